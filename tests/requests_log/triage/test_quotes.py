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


def test_what_touches_is_one_quote_and_what_stands_apart_is_not(rulebook):
    text = "Sube la foto del perro verde"
    assert quoted(rulebook, text, (4, 5), (2, 3), (5, 6)) == ["foto", "perro verde"]
    assert quoted(rulebook, text, (0, 1), (0, 1)) == ["Sube"]


def test_only_so_many_places_are_marked(rulebook):
    text = "uno y " * MOST_SPANS * 2
    places = [(2 * each, 2 * each + 1) for each in range(MOST_SPANS * 2)]
    assert len(quoted(rulebook, text, *places)) == MOST_SPANS
