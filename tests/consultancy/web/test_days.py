from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

from consultancy.web.days import DayField, not_later

DAY = date(2026, 11, 22)


@pytest.mark.parametrize("typed", ["22/11/2026", "11/22/2026", "22 nov 2026", "x"])
def test_a_day_is_told_in_one_way(typed):
    assert DayField().clean("2026-11-22") == DAY
    with pytest.raises(ValidationError):
        DayField().clean(typed)


def test_the_browser_s_picker_is_filled_as_it_reads():
    form = type("Form", (forms.Form,), {"day": DayField()})(initial={"day": DAY})
    with translation.override("es"):
        shown = str(form["day"])
    assert 'type="date"' in shown
    assert 'value="2026-11-22"' in shown


def test_what_is_still_to_come_is_refused():
    assert not_later(DAY, DAY) == DAY
    with pytest.raises(ValidationError):
        not_later(date(2026, 11, 23), DAY)
