import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_log.triage.text import Text


def words(source: str) -> list[str]:
    return Text(source).words


def test_words_are_folded_and_accents_are_gone() -> None:
    assert words("¡RESEÑAS Próximas!") == ["resenas", "proximas"]


def test_an_english_short_form_is_one_word() -> None:
    assert words("Don’t, we'll") == ["dont", "we"]


def test_a_number_keeps_its_dots_and_the_sign_stands_beside_it() -> None:
    assert words("1.500 € al 20%") == ["1.500", "€", "al", "20", "%"]


def test_a_decomposed_letter_is_quoted_with_its_mark() -> None:
    source = "cafe\u0301 solo"
    text = Text(source)
    start, end = text.span(0, 1)
    assert source[start:end] == "cafe\u0301"


def test_sentences_end_at_stops_and_know_questions() -> None:
    text = Text("Hola. ¿Abrimos TikTok? Sí")
    assert [s.question for s in text.sentences] == [False, True, False]


def test_clauses_change_at_commas_and_turns() -> None:
    text = Text("sube la foto, pero no abras")
    assert len(set(text.clause_of)) > 1


def test_a_dot_inside_an_address_ends_nothing() -> None:
    assert len(Text("mira www.ejemplo.es hoy").sentences) == 1


@given(st.text())
def test_every_token_quotes_a_piece_of_the_source(source: str) -> None:
    text = Text(source)
    for first in range(len(text.words)):
        start, end = text.span(first, first + 1)
        assert 0 <= start < end <= len(source)


@pytest.mark.parametrize(
    ("source", "sentences"),
    [
        ("Llama al Sr. López. Luego sube la foto", 2),
        ("De la D.O. Rioja es el vino", 1),
        ("Abrimos a las 5 p.m. Luego cerramos", 2),
        ("Lo lleva el Grupo S.A. Luego hablamos", 2),
        ("Va al norte. Luego vuelve", 2),
    ],
)
def test_a_stop_that_cuts_a_word_short_ends_no_sentence(source, sentences):
    assert len(Text(source).sentences) == sentences
