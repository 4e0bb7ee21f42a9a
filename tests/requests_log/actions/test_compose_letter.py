from dataclasses import replace
from datetime import date, timedelta

import pytest

from consultancy.actions.contact_leaves import mark_contact_left
from consultancy.actions.save_contact import ContactData, add_contact
from consultancy.paper.errors import RenderError
from consultancy.selectors.clients import strategy_in_force
from requests_log.actions.confirm_verdict import confirm_verdict
from requests_log.actions.recommend import Advice, Argument, recommend
from requests_log.actions.record_decision import record_decision
from requests_log.selectors.draft import draft_of
from tests.people import (
    NOW,
    WANTS_TIKTOK,
    advise,
    answer,
    make_advised,
    make_request,
    make_strategy,
    object_to,
    prove,
    send_advice,
)
from tests.requests_log.own_rules import ASKS, write_rule
from tests.requests_log.triage.own_rules import NO_PRICES


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


def findings_printed(request):
    """Return the findings of the letter once the client goes ahead."""
    request.refresh_from_db()
    send_advice(request)
    decision = record_decision(request, answer=answer(), at=NOW)
    return decision.document.record["advice"]["findings"]


def test_a_letter_names_an_own_rule_as_one_s_own_and_says_why_once(bruno, marta):
    write_rule(marta)
    request = object_to(make_request(bruno, ASKS))
    draft = draft_of(request)
    assert draft.arguments["experience"] == [NO_PRICES.why]
    assert draft.reply == NO_PRICES.reply
    advice = Advice(
        (Argument("experience", NO_PRICES.why, ""),),
        ("Quejas.",),
        ("Sin precio.",),
        "No.",
    )
    recommend(request, advice=advice, at=NOW)
    (finding,) = findings_printed(request)
    assert (finding["title"], finding["own_version"]) == (NO_PRICES.name, 1)
    assert (finding["why"], finding["authorities"]) == ("", [])


def test_an_own_objection_stays_in_the_version_it_was_made_by(bruno, marta):
    rule = write_rule(marta).rule
    request = make_request(bruno, "Sube la foto del equipo")
    told = {"verdict": "off_strategy", "reason": "Sale un cartel con el precio."}
    confirm_verdict(request, **told, own_rule=rule.code, at=NOW)
    write_rule(
        marta,
        row=rule,
        es=replace(NO_PRICES, why="Otra cosa."),
        at=NOW + timedelta(hours=1),
    )
    advise(request)
    (finding,) = findings_printed(request)
    assert (finding["why"], finding["own_version"]) == (NO_PRICES.why, 1)
