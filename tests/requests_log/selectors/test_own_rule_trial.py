import pytest

from requests_log.selectors.own_rule_trial import try_rule
from tests.requests_log.own_rules import ASKS
from tests.requests_log.triage.own_rules import own_rule


@pytest.mark.parametrize(
    ("text", "verdict", "cue", "language"),
    [
        (ASKS, "off_strategy", "", "es"),
        ("No pongas precios en el cartel", "", "negation", "es"),
        ("Sube la foto", "", "", "es"),
        ("Bitte mach mir ein Plakat mit dem Preis und der Adresse", "", "", None),
        ("", "", "", None),
    ],
)
def test_it_says_what_the_rule_would(text, verdict, cue, language):
    trial = try_rule(text, own_rule())
    assert (trial.verdict, trial.cue, trial.language) == (verdict, cue, language)
    assert "".join(each.text for each in trial.segments) == text
    assert any(each.rules for each in trial.segments) == bool(verdict or cue)


def test_other_rules_that_speak_are_named_once():
    text = f"{ASKS} y cómprame 5.000 seguidores"
    (other,) = try_rule(text, own_rule()).others
    assert "seguidores" in other.lower() or "followers" in other
