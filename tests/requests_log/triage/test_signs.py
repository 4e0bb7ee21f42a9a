"""The signs of a message, and where they stand."""

from consultancy.strategy_file import Strategy
from requests_log.triage.reading import read
from requests_log.triage.signs import loudness, signs, standing

STRATEGY = Strategy(
    id="a", name="A", channels={"instagram": 3}, channels_excluded=("tiktok",)
)


def shown(text, rulebook, strategy=None):
    reading = read(text, rulebook.lexicon, rulebook.tongues)
    return reading, signs(reading, strategy)


def places(text, rulebook):
    reading = read(text, rulebook.lexicon, rulebook.tongues)
    return reading, list(standing(reading))


def test_words_and_neighbours_of_a_sentence_are_signs(rulebook):
    reading, found = places("Compra seguidores. Gracias", rulebook)
    first, second, third = reading.stems
    assert {(f"w:{first}", (0, 1)), (f"b:{first} {second}", (0, 2))} <= set(found)
    assert {("1:" + first, (0, 1)), ("1:" + third, (2, 3))} <= set(found)
    assert f"b:{second} {third}" not in dict(found)


def test_two_words_with_one_between_are_a_sign_too(rulebook):
    reading, found = places("Compra mil seguidores ya. Gracias", rulebook)
    first, second, third, fourth, _ = reading.stems
    apart = {sign: place for sign, place in found if sign.startswith("s:")}
    assert apart == {f"s:{first} {third}": (0, 3), f"s:{second} {fourth}": (1, 4)}


def test_a_word_that_is_denied_is_a_sign_too(rulebook):
    reading, found = places("No compres seguidores, sube la foto", rulebook)
    denied = {sign: place for sign, place in found if sign.startswith("n:")}
    _, buy, followers, *_ = reading.stems
    assert denied == {f"n:{buy}": (1, 2), f"n:{followers}": (2, 3)}


def test_whatever_stands_somewhere_is_a_sign_of_the_message(rulebook):
    text = "No compres seguidores. ¿Subimos 3 fotos o 500?"
    _, standing_somewhere = places(text, rulebook)
    _, found = shown(text, rulebook)
    assert found - set(dict(standing_somewhere)) == {"q:1", "q:last"}


def test_of_many_words_each_says_less():
    assert loudness(30) == 1
    assert loudness(120) == 0.5
    assert loudness(1) == loudness(15) < 1.5


def test_figures_are_all_one_sign(rulebook):
    _, found = places("3 fotos o 500 fotos", rulebook)
    assert [place for sign, place in found if sign == "w:#"] == [(0, 1), (3, 4)]


def test_concepts_are_signs_where_they_stand(rulebook):
    _, found = places("Compra seguidores", rulebook)
    assert ("c:followers", (1, 2)) in found


def test_what_of_the_strategy_is_touched_is_a_sign(rulebook):
    _, found = shown("Sube esto a TikTok", rulebook, STRATEGY)
    assert "f:channel_excluded" in found
    _, found = shown("Sube esto a Instagram", rulebook, STRATEGY)
    assert "f:channel_in" in found
    _, found = shown("Sube esto a TikTok", rulebook)
    assert not [sign for sign in found if sign.startswith("f:")]


def test_questions_are_counted_up_to_two(rulebook):
    _, found = shown("¿Sí? ¿No? ¿Tal vez? Gracias", rulebook)
    assert {sign for sign in found if sign.startswith("q:")} == {"q:2"}
    _, found = shown("Hola. ¿Podemos?", rulebook)
    assert {"q:1", "q:last"} <= found
