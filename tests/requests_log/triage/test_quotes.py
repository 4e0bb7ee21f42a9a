"""Words that fired are quoted whole."""

import pytest

from requests_log.triage.quotes import MOST_SPANS, quotes
from requests_log.triage.reading import read


def quoted(rulebook, text, *places):
    reading = read(text, rulebook.lexicon, rulebook.tongues)
    return [text[span.start : span.end] for span in quotes(places, reading)]


@pytest.mark.parametrize(
    ("text", "place", "whole"),
    [
        ("Les damos 10 € a cada uno", (3, 4), "10 €"),
        ("Les damos 10 € a cada uno", (2, 3), "10 €"),
        ("Give them £1,500 each", (2, 3), "£1,500"),
        ("pay them two hundred quid", (4, 5), "two hundred quid"),
        ("Les damos 10 € a cada uno", (1, 3), "damos 10 €"),
    ],
)
def test_a_sum_of_money_is_never_cut(rulebook, text, place, whole):
    assert quoted(rulebook, text, place) == [whole]


@pytest.mark.parametrize(
    ("places", "together"),
    [
        ([(4, 5), (2, 3), (5, 6)], ["foto del perro verde"]),
        ([(0, 1), (2, 3)], ["Sube la foto"]),
        ([(0, 1), (4, 5)], ["Sube", "perro"]),
        ([(5, 6), (8, 9)], ["verde", "gato"]),
        ([(0, 1), (0, 1)], ["Sube"]),
    ],
    ids=["touch", "a small word between", "a longer one", "another clause", "twice"],
)
def test_what_touches_or_nearly_does_is_one_quote(rulebook, places, together):
    text = "Sube la foto del perro verde, no un gato"
    assert quoted(rulebook, text, *places) == together


def test_a_place_inside_another_adds_nothing(rulebook):
    text = "Sube la foto del perro verde"
    assert quoted(rulebook, text, (2, 6), (3, 4), (5, 6)) == ["foto del perro verde"]


def test_only_so_many_places_are_marked(rulebook):
    text = "uno y " * MOST_SPANS * 2
    places = [(2 * each, 2 * each + 1) for each in range(MOST_SPANS * 2)]
    assert len(quoted(rulebook, text, *places)) == MOST_SPANS
