from dataclasses import replace

import pytest

from consultancy.selectors.clients import strategy_in_force
from requests_log.selectors.draft import draft_of
from tests.people import (
    BUYS_FOLLOWERS,
    WANTS_TIKTOK,
    advise,
    make_client,
    make_request,
    object_to,
    prove,
)
from tests.requests_log.own_rules import ASKS, write_rule
from tests.requests_log.triage.own_rules import NO_PRICES


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
