"""Phrases of one language, found whatever was read before."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as some

from requests_log.triage import words
from requests_log.triage.text import Text
from requests_log.triage.vocabulary import Vocabulary

FEW, MANY, LIKE = (1,), (2,), (3,)
PHRASES = {
    FEW: ["comprar seguidores", "mil", "sin que se note"],
    MANY: ["comprar", "comprar likes", "seguidores ~ ya", "reseñ*"],
    LIKE: ["comprar seguidores", "=likes", "5 estrellas", "web3"],
}
WORDS = sorted(
    {word for said in PHRASES.values() for each in said for word in each.split()}
)


def vocabulary() -> Vocabulary:
    taught = Vocabulary("es", {"segs": "seguidores"})
    for concepts, phrases in PHRASES.items():
        taught.learn(phrases, concepts)
    return taught


def found(
    source: str, reader: Vocabulary | None = None
) -> dict[tuple[int, ...], list[str]]:
    text = Text(source)
    named: dict[tuple[int, ...], list[str]] = {}
    for concepts, places in (reader or vocabulary()).find(text):
        quotes = [" ".join(text.words[first:last]) for first, last in places]
        named[concepts] = sorted([*named.get(concepts, ()), *quotes])
    return named


def test_a_phrase_is_found_where_its_words_stand() -> None:
    assert found("Hay que comprar seguidores")[(1, 3)] == ["comprar seguidores"]
    assert found("comprar likes, no seguidores") == {
        MANY: ["comprar", "comprar likes"],
        LIKE: ["likes"],
    }


def test_one_phrase_of_two_concepts_names_both() -> None:
    assert (1, 3) in found("compra seguidores")


def test_a_phrase_does_not_cross_the_end_of_a_sentence() -> None:
    assert found("comprar. seguidores") == {MANY: ["comprar"]}


@pytest.mark.parametrize("between", ["", "mañana ", "mañana por "])
def test_a_gap_is_up_to_two_words(between: str) -> None:
    assert MANY in found(f"seguidores {between}ya")


def test_a_gap_is_no_three_words() -> None:
    assert MANY not in found("seguidores mañana por favor ya")


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("compráselos", MANY),
        ("segs ya", MANY),
        ("reseñitas", MANY),
        ("LIKES", LIKE),
        ("Web3", LIKE),
        ("5 estrellas", LIKE),
    ],
)
def test_a_word_is_known_however_it_is_written(
    written: str, named: tuple[int, ...]
) -> None:
    assert named in found(written)


def test_what_is_met_as_written_only_is_not_met_by_its_stem() -> None:
    taught = Vocabulary("es", {})
    taught.learn(["publicar", "subir ~ hoy"], FEW, exact=True)
    assert found("publicamos", taught) == {}
    assert found("publicar", taught) == {FEW: ["publicar"]}
    assert found("subir esto hoy", taught) == {FEW: ["subir esto hoy"]}


def test_what_has_no_words_names_nothing() -> None:
    taught = Vocabulary("es", {})
    taught.learn(["", "*", "="], FEW)
    assert found("= * hola", taught) == {}


def test_what_is_learned_later_is_found_in_words_read_before() -> None:
    taught = vocabulary()
    assert (4,) not in found("comprar ya", taught)
    taught.learn(["comprar ya"], (4,))
    assert found("comprar ya", taught)[(4,)] == ["comprar ya"]


@given(
    some.lists(some.sampled_from(WORDS), max_size=6),
    some.lists(some.sampled_from(WORDS)),
)
def test_nothing_that_was_read_before_changes_what_is_found(before, words) -> None:
    reader = vocabulary()
    found(" ".join(before), reader)
    assert found(" ".join(words), reader) == found(" ".join(words))


def test_messages_may_be_read_at_once() -> None:
    sources = [f"{one} {other} ya" for one in WORDS for other in WORDS] * 3
    reader = vocabulary()
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda source: found(source, reader), sources))
    assert together == [found(source) for source in sources]


def test_what_is_too_long_for_a_word_is_not_kept() -> None:
    taught = vocabulary()
    long = "x" * 20_000
    before = words._shorter_stem.cache_info().currsize
    assert taught.find(Text(long)) == []
    assert words.plain_stem(long) == long
    assert long not in taught._known
    assert words._shorter_stem.cache_info().currsize == before
