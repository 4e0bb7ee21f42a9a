from datetime import date, timedelta

import pytest

from requests_log.forms.outcome import DoneForm, OutcomeForm

TODAY = date(2026, 11, 22)
TOLD = {
    "sequel": "not_done",
    "assessment": "unclear",
    "happened_on": "2026-11-20",
    "currency": "EUR",
}


def form(consultant, **changes):
    return OutcomeForm(TOLD | changes, consultant=consultant, today=TODAY)


def test_what_happened_is_reported(marta):
    told = form(marta, cost="12.5")
    assert told.is_valid(), told.errors
    report = told.report()
    assert (report.happened_on, str(report.cost), report.currency) == (
        date(2026, 11, 20),
        "12.5",
        "EUR",
    )


def test_without_a_cost_there_is_no_currency(marta):
    told = form(marta)
    assert told.is_valid()
    assert told.report().currency == ""


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sequel", ""),
        ("sequel", "moon"),
        ("assessment", ""),
        ("happened_on", "2026-11-23"),
        ("happened_on", "29/02/2026"),
        ("cost", "-1"),
        ("cost", "1e30"),
        ("cost", "NaN"),
        ("currency", "DOGE"),
        ("words", "a\x00b"),
    ],
)
def test_what_is_wrong_is_said_beside_it(marta, field, value):
    assert list(form(marta, **{field: value}).errors) == [field]


def test_nothing_is_done_tomorrow():
    tomorrow = TODAY + timedelta(days=1)
    assert "happened_on" in DoneForm({"happened_on": tomorrow}, today=TODAY).errors
