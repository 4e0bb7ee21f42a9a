from datetime import date

import pytest

from consultancy.paper.errors import RenderError
from consultancy.selectors.clients import strategy_in_force
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, WANTS_TIKTOK, answer, make_advised, make_strategy, prove


def no_renderer(*_args, **_kwargs):
    raise RenderError(RenderError.BUSY)


def told(client):
    """Return what the letter says of the line that TikTok breaks."""
    decision = record_decision(
        make_advised(client, WANTS_TIKTOK), answer=answer(), at=NOW
    )
    findings = decision.document.record["advice"]["findings"]
    (line,) = [row["strategy"] for row in findings if "TikTok" in str(row["strategy"])]
    return line["on"], line["agreed"]


@pytest.fixture(autouse=True)
def letters_wait(monkeypatch):
    monkeypatch.setattr("consultancy.actions.issue_document.render", no_renderer)


def test_without_proof_the_letter_says_noted_and_the_day_of_noting(bruno):
    version = make_strategy(bruno, lead_time_days=9)
    type(version).objects.update(noted_on=date(2026, 4, 5))
    assert told(bruno) == ("2026-04-05", False)


def test_with_proof_the_letter_says_agreed_and_the_day_of_agreeing(bruno):
    type(strategy_in_force(bruno)).objects.update(noted_on=date(2026, 4, 5))
    prove(strategy_in_force(bruno))
    assert told(bruno) == ("2026-03-03", True)
