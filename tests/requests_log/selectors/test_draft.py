from dataclasses import replace

import pytest
from django.db.models import F

from consultancy.selectors.clients import strategy_in_force
from requests_log.selectors.draft import draft_of
from requests_log.selectors.rulebook import rulebook
from tests.people import (
    BUYS_FOLLOWERS,
    WANTS_TIKTOK,
    advise,
    make_client,
    make_request,
    make_strategy,
    object_to,
    prove,
)
from tests.requests_log.own_rules import ASKS, write_rule
from tests.requests_log.triage.own_rules import NO_PRICES

BOTH = f"{BUYS_FOLLOWERS}. {WANTS_TIKTOK}."
PASSWORDS = "account_security"


def weigh_in(request, rule=PASSWORDS):
    """Put a finding of RULE that met none of its conditions before all others."""
    finding = request.triage.findings.order_by("position").first()
    request.triage.findings.update(position=F("position") + 10)
    finding.pk, finding.position, finding.rule, finding.weighed = None, 0, rule, True
    finding.save()
    return request


def test_the_draft_argues_from_the_rule(bruno):
    draft = draft_of(object_to(make_request(bruno)))
    assert draft.arguments
    assert draft.consequences
    assert draft.alternatives


def test_off_strategy_argues_with_the_line_and_its_date(bruno):
    draft = draft_of(object_to(make_request(bruno, WANTS_TIKTOK)))
    lines = " ".join(draft.arguments["strategy"]).casefold()
    assert "tiktok" in lines
    assert "3 de marzo de 2026" in lines


def test_a_strategy_without_proof_was_noted_not_agreed(bruno):
    draft = draft_of(object_to(make_request(bruno, WANTS_TIKTOK)))
    lines = " ".join(draft.arguments["strategy"])
    assert "anotad" in lines
    assert "acordad" not in lines


def test_with_proof_it_was_agreed(bruno):
    prove(strategy_in_force(bruno))
    draft = draft_of(object_to(make_request(bruno, WANTS_TIKTOK)))
    lines = " ".join(draft.arguments["strategy"])
    assert "acordad" in lines
    assert "anotad" not in lines


@pytest.mark.parametrize(
    ("language", "form", "line"),
    [
        ("es", "tu", "TikTok (anotad"),
        ("es", "usted", "TikTok (anotad"),
        ("en", "tu", "TikTok (noted"),
    ],
)
def test_what_was_agreed_argues_beside_bad_practice(marta, language, form, line):
    client = make_client(marta, language=language, address_form=form)
    make_strategy(client)
    request = object_to(make_request(client, BOTH))
    assert request.verdict == "bad_practice"
    draft, practice = draft_of(request), rulebook().rule("fake_engagement")
    off = rulebook().rule("channel")
    assert line in " ".join(draft.arguments["strategy"])
    assert draft.consequences[:1] == list(practice.consequences[language][:1])
    assert set(off.consequences[language]) <= set(draft.consequences)
    assert set(off.alternatives[language]) <= set(draft.alternatives)
    assert draft.reply == practice.replies["en" if language == "en" else f"es-{form}"]


def test_bad_practice_that_no_rule_backs_has_no_reply_that_would_carry_it_out(bruno):
    request = object_to(make_request(bruno, WANTS_TIKTOK))
    request.verdict = "bad_practice"
    assert draft_of(request).reply == ""


def test_a_finding_that_is_only_weighed_gives_way_to_a_certain_one(bruno):
    draft = draft_of(weigh_in(object_to(make_request(bruno))))
    certain, weighed = rulebook().rule("fake_engagement"), rulebook().rule(PASSWORDS)
    assert draft.reply == certain.replies["es-tu"]
    assert not set(weighed.consequences["es"]) & set(draft.consequences)
    assert not draft.weighed


def test_a_finding_that_is_only_weighed_speaks_where_no_other_does(bruno):
    request = weigh_in(object_to(make_request(bruno)))
    request.triage.findings.filter(weighed=False).delete()
    draft = draft_of(request)
    assert draft.reply == rulebook().rule(PASSWORDS).replies["es-tu"]
    assert draft.weighed


def test_an_objection_of_ones_own_needs_no_second_look(bruno):
    request = weigh_in(object_to(make_request(bruno, WANTS_TIKTOK), "bad_practice"))
    request.triage.findings.update(verdict="bad_practice", weighed=True)
    draft = draft_of(request)
    assert draft.reply == rulebook().rule("fake_engagement").replies["es-tu"]
    assert not draft.weighed


@pytest.mark.parametrize(
    ("language", "form", "word"),
    [("es", "tu", " te "), ("es", "usted", " le "), ("en", "tu", " i ")],
)
def test_the_reply_speaks_as_the_client_is_spoken_to(marta, language, form, word):
    client = make_client(marta, language=language, address_form=form)
    draft = draft_of(object_to(make_request(client, BUYS_FOLLOWERS)))
    assert word in f" {draft.reply} ".casefold()


def test_newer_advice_starts_from_the_last(bruno):
    request = object_to(make_request(bruno))
    advice = advise(request)
    assert draft_of(request).alternatives == advice.alternatives


def test_a_draft_says_what_the_own_rule_said_when_it_spoke(bruno, marta):
    rule = write_rule(marta).rule
    request = object_to(make_request(bruno, ASKS))
    write_rule(marta, row=rule, es=replace(NO_PRICES, reply="Otra respuesta."))
    assert draft_of(request).reply == NO_PRICES.reply
