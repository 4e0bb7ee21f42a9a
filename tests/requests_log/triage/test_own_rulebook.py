import time

import pytest

from requests_log.triage.engine import hear, triage
from requests_log.triage.findings import SetAside
from requests_log.triage.own_rule import Heard, Way
from requests_log.triage.own_rulebook import rule_of, unknown_idea, with_own
from tests.requests_log.triage.own_rules import (
    IN_ENGLISH,
    POSTERS,
    PRICES,
    own_rule,
    versioned,
)

ASKS = "Pon los precios en los carteles de la tienda"


def judged(text, rulebook):
    return triage(text, strategy=None, wanted_in_days=None, rulebook=rulebook)


def heard(text, rule, rulebook):
    book = with_own(rulebook, [versioned(rule)])
    return hear(text, book.rules[-1], rulebook=book)


def test_an_own_rule_speaks_and_quotes_the_words(rulebook):
    answer = judged(ASKS, with_own(rulebook, [versioned()]))
    assert answer.verdict == "off_strategy"
    (finding,) = answer.findings
    assert finding.rule == "own-1"
    assert [ASKS[s.start : s.end] for s in finding.spans] == ["precios en los carteles"]


@pytest.mark.parametrize(
    "text",
    ["Haz letreros de la puerta nuevos con el precio", "Carteles con un descuento"],
)
def test_words_are_known_by_stem_in_phrases_and_ideas(rulebook, text):
    assert judged(text, with_own(rulebook, [versioned()])).findings


def test_what_is_only_mentioned_is_set_aside_unless_the_rule_says_otherwise(rulebook):
    text = "No pongas precios en el cartel"
    assert isinstance(heard(text, own_rule(), rulebook), SetAside)
    told = heard(text, own_rule(despite=("negation",)), rulebook)
    assert told.rule == "own-1"


@pytest.mark.parametrize(
    ("way", "text", "speaks"),
    [
        (Way((POSTERS, PRICES), in_order=True), ASKS, False),
        (Way((POSTERS, PRICES), in_order=True), "Carteles con precio", True),
        (Way((POSTERS, PRICES), apart=1), ASKS, False),
        (Way((POSTERS, PRICES), without=Heard(("tienda",))), ASKS, False),
        (Way((POSTERS, PRICES), asked="yes"), ASKS, False),
        (Way((POSTERS, PRICES), asked="yes"), "¿Y carteles con precio?", True),
        (Way((POSTERS,)), "Un cartel más", True),
        (Way((POSTERS, PRICES)), "Haz un cartel. Luego di el precio.", False),
        (
            Way((POSTERS, PRICES), within="passage"),
            "Haz un cartel. Luego di el precio.",
            True,
        ),
        (
            Way((POSTERS, PRICES), within="message"),
            "Un cartel. Y ya. " + "Y ya. " * 30 + "Con el precio.",
            True,
        ),
    ],
)
def test_a_way_is_met_as_it_says(rulebook, way, text, speaks):
    assert bool(heard(text, own_rule(when=(way,)), rulebook)) == speaks


def test_signs_of_the_lexicon_s_own_mean_nothing(rulebook):
    way = Way((Heard(("c*", "=formal", "~ ~ a ~")),))
    assert heard("Cómprame algo", own_rule(when=(way,)), rulebook) is None
    assert heard("Fotos formales", own_rule(when=(way,)), rulebook)


def test_the_shipped_rules_say_what_they_said(rulebook):
    """Own rules add; not even weak signs, heard when no rule speaks, fall silent."""
    loud = own_rule(when=(Way((Heard(("que", "the", "de", "a", "la")),)),))
    book = with_own(rulebook, [versioned(loud)])
    shy = [rule for rule in rulebook.rules if any(way.alone for way in rule.when)]
    assert shy
    for rule in [*shy, *rulebook.rules[::4]]:
        for text in (example.text for example in rule.examples if example.fires):
            ours = judged(text, book).findings
            before = list(judged(text, rulebook).findings)
            assert [each for each in ours if each.rule != "own-1"] == before


def test_the_lexicon_is_the_same_one_and_knows_no_more(rulebook):
    book = with_own(rulebook, [versioned()])
    assert book.lexicon is rulebook.lexicon
    assert book.rules[:-1] == rulebook.rules
    assert not judged(ASKS, rulebook).findings


def test_the_fingerprint_covers_own_rules(rulebook):
    prints = {
        with_own(rulebook, own).fingerprint
        for own in (
            [],
            [versioned()],
            [versioned(number=2)],
            [versioned(own_rule(factor="needs"))],
            [versioned(), versioned(code="own-2")],
        )
    }
    assert len(prints) == 5
    assert with_own(rulebook, []).fingerprint == rulebook.fingerprint
    again = with_own(rulebook, [versioned()])
    assert again.fingerprint == with_own(rulebook, [versioned()]).fingerprint


def test_a_rule_on_an_idea_that_is_gone_is_left_out_and_the_rest_speak(rulebook):
    gone = own_rule(when=(Way((Heard((), ("moonlight",)),)),))
    assert unknown_idea(rulebook, gone) == "moonlight"
    assert unknown_idea(rulebook, own_rule()) is None
    book = with_own(rulebook, [versioned(gone), versioned(code="own-2")])
    assert [rule.code for rule in book.rules if rule.version] == ["own-2"]


def test_one_language_is_enough_and_each_says_its_own(rulebook):
    rule = rule_of(versioned())
    assert rule.title["en"] == rule.title["es"] == "Nada de precios en los carteles"
    both = rule_of(versioned(own_rule(en=IN_ENGLISH)))
    assert (both.title["en"], both.replies["en"]) == ("No prices", "No.")
    assert both.replies["es-usted"].startswith("Mejor sin precio")


def test_an_own_rule_leans_on_no_law(rulebook):
    rule = rule_of(versioned(own_rule(verdict="bad_practice")))
    assert rule.authorities == ()
    assert rule.severity == "harmful"
    assert rule.arguments[0].factor != "law_platform"


def test_fifty_rules_cost_little_beside_the_shipped_ones(rulebook):
    """A coarse guard against compiling anything anew; the bench has the figures."""
    many = [versioned(code=f"own-{number}") for number in range(50)]
    book = with_own(rulebook, many)
    text = " ".join(["Sube la foto del equipo a Instagram antes del viernes."] * 8)

    def cost(used):
        def once():
            started = time.process_time()
            judged(text, used)
            return time.process_time() - started

        return min(once() for _ in range(30))

    assert cost(book) < 3 * cost(rulebook)


@pytest.mark.parametrize(
    "phrase", ["EE. UU.", "Sr. López", "St. Patrick", "D.O. Rioja"]
)
def test_a_phrase_with_a_stop_in_it_is_heard_as_it_is_written(rulebook, phrase):
    rule = own_rule(when=(Way((Heard((phrase,)),)),))
    assert heard(f"Haz un cartel de {phrase} para el lunes.", rule, rulebook)
