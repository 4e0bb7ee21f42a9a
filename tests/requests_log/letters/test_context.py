import html
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from django.utils import translation

from consultancy.paper.errors import PictureRefused
from consultancy.paper.render import Renderer
from requests_log.letters.context import render_job
from requests_log.letters.errors import LetterError
from requests_log.letters.kinds import record_bytes
from requests_log.letters.letter import Letter
from requests_log.letters.parts import Address, Ending, Settlement, Standing

from .samples import (
    LETTERHEAD,
    logo,
    make_confirmation,
    make_letter,
    make_not_answered,
    with_words,
)

MARKUP = (
    '<script>alert(1)</script> "><img src=http://127.0.0.1/x onerror=x> {{ 7|add:7 }} '
    "{% load i18n %} %s %(name)s {0.__class__} &amp; <!-- --> <style>*{}</style>"
)
NEVER = re.compile(
    r"legal\w* valid|legal validity|binding|qualified|advanced|signed by the client"
    r"|deliver|\bread\b|receipt|receiv|accept|consent|exonerat|liab|responsib|waive"
    r"|illegal|unlawful|offence|crime|against the law|harmful|severe|severity"
    r"|legalmente válid|validez|vinculante|cualificad|reconocid|avanzad"
    r"|firmad[oa] por el cliente|entreg|leíd|leyó|lectura|acuse|recib[ií]d"
    r"|acept|consien|conformidad|exoner|exime|responsab|renunci"
    r"|ilegal|ilícit|delito|infracción|perjudicial|dañin|grave"
    r"|stubborn|careless|ignoran|foolish|terc[oa]|insensat|irresponsab",
    re.IGNORECASE,
)


def letters() -> Iterator[Letter]:
    """Give every kind of letter: language, form of address, ending, way of deciding."""
    for language, address in product(("es", "en"), Address):
        for ending in Ending:
            yield make_not_answered(language, address=address, ending=ending)
        for settlement in Settlement:
            yield make_confirmation(language, address=address, settlement=settlement)
        yield make_confirmation(
            language, address=address, supersedes="2026-0001", why_superseded="Error."
        )
    for language, address, ending, is_recorded in product(
        ("es", "en"), Address, Ending, (True, False)
    ):
        letter = make_letter(
            language, address=address, ending=ending, is_recorded=is_recorded
        )
        yield letter
        yield replace(letter, supersedes="2026-0001", why_superseded="Error.")
        for standing in (Standing.NO_SAY, Standing.HAD_LEFT):
            decision = replace(letter.decision, standing=standing)
            yield replace(letter, decision=decision)


def kind(letter: Letter) -> str:
    """Return a name of the letter for the list of tests."""
    told = [letter.language, letter.address, type(letter).__name__]
    told += [getattr(letter, part, "") for part in ("ending", "settlement")]
    return "-".join(filter(None, told))


def words_of(letter: Letter) -> str:
    """Return what the letter says, as one line of plain text."""
    job = render_job(letter)
    said = re.findall(r'(?:content|alt)="([^"]*)"', job.html)
    said += [re.sub(r"<[^>]*>", " ", job.html)]
    said += [job.field_labels.consultant, job.field_labels.client]
    return " ".join(html.unescape(" ".join(said)).split())


@pytest.mark.parametrize("letter", list(letters()), ids=kind)
def test_the_paper_never_says_what_it_cannot_know(
    letter: Letter,
) -> None:
    assert NEVER.findall(words_of(letter)) == []


@pytest.mark.parametrize("language", ["es", "en"])
def test_an_own_rule_is_printed_as_such_with_its_version(language: str) -> None:
    letter = make_letter(language)
    (told,) = letter.advice.findings
    own = replace(told, own_version=47, authorities=(), why="")
    printed = replace(letter, advice=replace(letter.advice, findings=(own,)))
    assert re.search(r"\(\w+ 47\);", words_of(printed))
    assert not re.search(r"\(\w+ 47\);", words_of(letter))
    assert NEVER.findall(words_of(printed)) == []


@pytest.mark.parametrize("letter", list(letters()), ids=kind)
def test_we_recommend_and_the_client_decides(letter: Letter) -> None:
    page = render_job(letter).html
    titles = [
        html.unescape(title) for title in re.findall(r"<h2[^>]*>(.*?)</h2>", page)
    ]
    ours, theirs = {
        ("es", Address.TU): ("Recomendamos", "Tú decides"),
        ("es", Address.USTED): ("Recomendamos", "Usted decide"),
        ("en", Address.TU): ("We recommend", "You decide"),
        ("en", Address.USTED): ("We recommend", "You decide"),
    }[letter.language, letter.address]
    assert titles.index(ours) < titles.index(theirs)


@pytest.mark.parametrize(
    ("language", "ending", "sentence"),
    [
        ("en", Ending.OFF_STRATEGY, "We will carry it out as you asked."),
        ("en", Ending.BAD_PRACTICE, "We will not carry out what you asked"),
        ("es", Ending.OFF_STRATEGY, "Lo haremos tal como lo ha pedido."),
        ("es", Ending.BAD_PRACTICE, "No haremos lo que pide"),
    ],
)
def test_the_ending_says_what_will_be_done(
    language: str, ending: Ending, sentence: str
) -> None:
    said = words_of(make_letter(language, ending=ending))
    others = {"We will carry it out", "We will not carry out", "Lo haremos tal como"}
    assert sentence in said
    assert not [each for each in others if each in said and each not in sentence]


def test_spanish_letters_keep_to_one_form_of_address() -> None:
    familiar = words_of(make_letter(address=Address.TU))
    polite = words_of(make_letter(address=Address.USTED))
    assert not re.search(r"\b(usted|su decisión|escríbanos|diga)\b", familiar, re.I)
    assert not re.search(r"\b(tú|tus|escríbenos|pediste|decides)\b", polite, re.I)


def test_a_spanish_letter_has_no_english_in_it() -> None:
    english = {"the", "and", "with", "what", "recommend", "decision", "recorded"}
    assert not english & set(words_of(make_letter()).lower().split())


def test_the_letter_is_in_the_client_s_language_whatever_is_active() -> None:
    with translation.override("en"):
        active_english = render_job(make_letter("es"))
    with translation.override("es"):
        assert render_job(make_letter("es")) == active_english


def test_the_same_letter_makes_the_same_job() -> None:
    letter = make_letter(letterhead=replace(LETTERHEAD, logo=logo()))
    assert render_job(letter) == render_job(letter)


def test_every_letter_is_the_same_bytes_in_another_process() -> None:
    """The seed of Python's hashes is another in each process."""
    with_logo = replace(LETTERHEAD, logo=logo(), accent="#9b1c31")
    jobs = [
        render_job(letter)
        for letter in (
            make_letter(letterhead=with_logo),
            make_letter("en", is_recorded=False, supersedes="2026-0003"),
            make_not_answered(),
            with_words(make_confirmation("en"), "🚀 שלום 你好"),
        )
    ]
    first, second = Renderer(), Renderer()
    try:
        drawn = [[each.render(job) for job in jobs] for each in (first, second)]
    finally:
        first.close()
        second.close()
    assert drawn[0] == drawn[1]


def test_another_ledger_head_makes_another_document() -> None:
    letter = make_letter()
    other = replace(letter, ledger_head=replace(letter.ledger_head, hash="0" * 64))
    assert render_job(letter).identifier != render_job(other).identifier


def test_markup_in_any_text_is_text() -> None:
    """42, 43: no element and no style of the client's making."""
    plain = render_job(with_words(make_letter("en"), "Plain words"))
    hostile = render_job(with_words(make_letter("en"), MARKUP))
    assert _elements(hostile.html) == _elements(plain.html)
    assert words_of(with_words(make_letter("en"), MARKUP)).count("{{ 7|add:7 }}") > 9


def test_a_recorded_decision_bears_no_ticks_and_asks_for_a_word_if_it_is_not_so() -> (
    None
):
    said = words_of(make_letter("en"))
    assert "✓" not in said
    assert "If this is not so, please write to us." in said


def test_a_decision_on_the_page_bears_each_tick() -> None:
    said = words_of(make_letter("en", is_recorded=False))
    assert said.count("✓") == 2
    assert "If this is not so" not in said


@pytest.mark.parametrize(
    ("url", "has_code"), [("https://example.com/verify", True), (None, False)]
)
def test_there_is_a_code_to_scan_only_where_there_is_a_page_to_open(
    url: str | None, has_code: bool
) -> None:
    job = render_job(make_letter(verification_url=url))
    assert ("qr" in job.assets) is has_code
    assert ("asset:qr" in job.html) is has_code


def test_a_logo_is_shown_with_its_name() -> None:
    job = render_job(make_letter(letterhead=replace(LETTERHEAD, logo=logo())))
    assert job.assets["logo"].mime == "image/png"
    assert 'src="asset:logo" alt="Logotipo de Marta Ruiz"' in job.html
    assert "asset:logo" not in render_job(make_letter()).html


def test_a_letter_has_its_own_colours_where_it_names_one() -> None:
    job = render_job(make_letter(letterhead=replace(LETTERHEAD, accent="#9b1c31")))
    assert "--accent: #9b1c31; --tint: #" in job.html
    assert "--accent" not in render_job(make_letter()).html


@pytest.mark.parametrize("accent", ["red", "#FFF000", "#12345", "#000000;}*{", "\n"])
def test_no_letter_is_coloured_with_anything_else(accent: str) -> None:
    """43: a colour is the one thing of the reader's own that gets into the styles."""
    with pytest.raises(LetterError):
        replace(LETTERHEAD, accent=accent)


def test_a_logo_that_is_no_picture_is_refused() -> None:
    with pytest.raises(PictureRefused):
        render_job(make_letter(letterhead=replace(LETTERHEAD, logo=b"<svg/>")))


def test_characters_printed_by_their_number_are_explained() -> None:
    explained = "Characters that cannot be printed here"
    assert explained in words_of(with_words(make_letter("en"), "한"))
    assert explained not in words_of(with_words(make_letter("en"), "[U+D55C] ñ"))


def test_a_letter_that_replaces_another_names_it() -> None:
    said = words_of(make_letter(supersedes="2026-0003"))
    assert "Sustituye a la número 2026-0003." in said


@pytest.mark.parametrize(
    ("ending", "sentence"),
    [
        (Ending.OFF_STRATEGY, "Until then we are not carrying it out."),
        (Ending.BAD_PRACTICE, "What you asked we will not carry out"),
    ],
)
def test_a_letter_without_answer_says_what_was_sent_and_claims_no_more(
    ending: Ending, sentence: str
) -> None:
    said = words_of(make_not_answered("en", ending=ending))
    assert "By WhatsApp, on 2 November 2026, 10:40 (UTC+1)" in said.replace("\xa0", " ")
    assert said.count("as a reminder") == 2
    assert "No answer of yours has been noted up to" in said
    assert sentence in said
    assert "of the decision" not in said


def test_a_confirmation_names_what_is_done_instead_and_its_proof() -> None:
    said = words_of(make_confirmation("en"))
    assert "To follow our recommendation." in said
    assert "Two short vertical films a month on Instagram." in said
    assert "Kept with the record: captura.png" in said


def test_the_letter_says_who_asked() -> None:
    assert "Nuria Soler · By WhatsApp, on" in words_of(make_letter("en"))


def test_a_correction_gives_its_reason() -> None:
    said = words_of(
        make_confirmation("en", supersedes="2026-0003", why_superseded="Misheard.")
    )
    assert "It takes the place of number 2026-0003." in said
    assert "The reason given for the correction: Misheard." in said


def test_the_record_goes_with_the_letter() -> None:
    assert render_job(make_letter()).record_json == record_bytes(make_letter())


def _elements(page: str) -> list[str]:
    return [name for name in re.findall(r"<(\w+)", page) if name != "br"]


def test_the_certificate_is_named_as_it_stands_in_it() -> None:
    letter = make_letter("en")
    own = html.unescape(render_job(letter).html)
    assert f"in the name of {letter.letterhead.name}." in own
    named = render_job(
        letter, certificate="ROLDÁN \ue000 <b>MARTA</b>, Vega S. L."
    ).html
    assert "name of ROLDÁN [U+E000] &lt;b&gt;MARTA&lt;/b&gt;, Vega S. L.</li>" in named
    assert record_bytes(letter) == render_job(letter, certificate="x").record_json
