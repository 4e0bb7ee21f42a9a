from datetime import date, timedelta

import pytest

from consultancy.actions.contact_leaves import mark_contact_left
from consultancy.actions.save_contact import ContactData, add_contact
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


def standing(client, **changes):
    """Return what the letter says of whoever decided."""
    decision = record_decision(make_advised(client), answer=answer(**changes), at=NOW)
    return decision.document.record["decision"]["standing"]


def test_a_decision_by_who_may_not_decide_says_so_in_its_letter(bruno):
    assert standing(bruno) == "undoubted"
    assert standing(bruno, by_name="Una desconocida") == "undoubted"
    bruno.contacts.update(may_decide=False)
    assert standing(bruno, by_name="bruno peña ") == "no_say"


def test_who_left_before_the_decision_had_left_and_who_left_after_had_not(bruno):
    pepe = ContactData("Pepe Gil", "aprendiz", "", may_decide=True)
    contact = add_contact(bruno, contact=pepe, is_main=False, at=NOW)
    mark_contact_left(contact, on=NOW.date(), successor=None, at=NOW)
    assert standing(bruno, by_name="Pepe Gil") == "had_left"
    earlier = NOW - timedelta(days=1)
    assert standing(bruno, by_name="Pepe Gil", happened_at=earlier) == "undoubted"
