import pytest

from requests_log.forms.pace import PaceForm


def form(text):
    return PaceForm({"reminder_days": text}, days=[2, 5, 10])


@pytest.mark.parametrize(
    ("text", "days"),
    [("2, 5, 10", [2, 5, 10]), ("3;9", [3, 9]), ("", []), (" 7 ,", [7])],
)
def test_days_are_read(text, days):
    read = form(text)
    assert read.is_valid(), read.errors
    assert read.cleaned_data["reminder_days"] == days


@pytest.mark.parametrize(
    "text", ["5, 2", "2, 2", "dos", "1.5", "-1", "0", "91", "²", "1,2,3,4,5,6,7"]
)
def test_what_are_no_rising_days_is_refused(text):
    assert list(form(text).errors) == ["reminder_days"]
