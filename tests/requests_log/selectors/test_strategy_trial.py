"""A strategy is tried on a message before anybody sends it."""

import pytest
from django.utils.translation import override

from consultancy.strategy_file import strategy_from_fields
from requests_log.actions.switch_rule import switch_rule_off
from requests_log.selectors.strategy_trial import try_strategy
from tests.people import BUYS_FOLLOWERS, NOW, STRATEGY

LENT = "Presta el local a la banda y publica la foto."


@pytest.fixture(autouse=True)
def reader():
    """Read in English, whoever read before."""
    with override("en"):
        yield


def tried(client, text, **changes):
    return try_strategy(text, strategy_from_fields(STRATEGY | changes), client=client)


def decided(*keywords):
    return [{"decision": "El local no se usa para otra cosa", "keywords": keywords}]


def marked(trial):
    return [each.text for each in trial.segments if each.verdict]


def test_the_line_that_hears_it_is_named_and_its_words_are_marked(bruno):
    trial = tried(bruno, LENT, house_decisions=decided("presta el local"))
    assert trial.broken == [("House decisions", "El local no se usa para otra cosa")]
    assert "Presta el local" in marked(trial)
    assert "".join(each.text for each in trial.segments) == LENT


def test_a_line_that_is_set_aside_is_told_so(bruno):
    trial = tried(bruno, "¿Podemos abrir un TikTok? ¿Qué opinas?")
    assert trial.broken == []
    assert [line for _, line in trial.aside] == ["TikTok"]
    assert "TikTok" in "".join(marked(trial))


def test_a_line_that_does_not_hear_it_is_not_named(bruno):
    trial = tried(bruno, LENT, house_decisions=decided("alquiler"))
    assert trial.broken == []
    assert trial.language == "es"


def test_rules_that_ask_for_no_strategy_speak_apart(bruno):
    trial = tried(bruno, BUYS_FOLLOWERS)
    assert trial.broken == []
    assert len(trial.others) == 1


def test_a_rule_that_is_switched_off_stays_silent(bruno):
    switch_rule_off(
        bruno.consultant, rule="fake_engagement", client=bruno, reason="No.", at=NOW
    )
    assert tried(bruno, BUYS_FOLLOWERS).others == []


@pytest.mark.parametrize("text", ["", "👍👍", "Guten Morgen, wie geht es Ihnen heute?"])
def test_what_no_rule_can_read_is_said_to_be(bruno, text):
    assert tried(bruno, text).language is None
