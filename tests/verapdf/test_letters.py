"""Every kind of letter, signed, in plain and in hostile words, keeps both standards."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from consultancy.paper.job import AttachedFile
from consultancy.paper.render import Renderer
from consultancy.paper.sign import sign
from requests_log.letters.context import render_job
from requests_log.letters.letter import Letter
from requests_log.letters.parts import Address, Ending, Settlement, Standing
from tests.consultancy.paper.pages import NOW, PAGE, make_keys
from tests.requests_log.letters.samples import (
    LETTERHEAD,
    logo,
    make_confirmation,
    make_letter,
    make_not_answered,
    with_words,
)

from .conformance import broken_rules, needs_verapdf
from .structure import table_faults

HOSTILE = {
    "emoji": "🚀🔥 ❤️ 👍🏽 👨‍👩‍👧 1️⃣ 🇪🇸 ⭐️ ✅ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 𝗢𝗙𝗘𝗥𝗧𝗔 🅰️ ⠀ ① ½ ™",
    "east asian": "你好，世界 ひらがな カタカナ 한국어 錦鯉 龘",
    "from the right": "مرحبا بالعالم ١٢٣ שלום \u202eevil\u202c \u2067x\u2069 abc",
    "markup": '<script>x</script> "><img src=file:///etc/passwd> {{ 7 }} %s &amp; <!--',
    "marks": "Z̷̢̧̛̛̛͎̹̟̳̲a̵̡͉̫l̶̨g̴̡o̷ " + "e" + "\u0301" * 40,
    "control": "nul\x00 bell\x07 \ue000 \ufffd \u0378 tab\t soft\u00adhyphen \ufeff",
    "one word": "W" * 700,
    "many lines": "a\n" * 40,
    "blank": " ",
}
SPOILED = "spoiled.pdf"
PROOFS = (
    AttachedFile("1-captura.png", logo()),
    AttachedFile("2-pagina x.html", b"<script>alert(1)</script>"),
    AttachedFile("3-file", b"\x00"),
)


def letters() -> Iterator[tuple[str, Letter]]:
    """Give letters by name: every kind of them, then every kind of hostile words."""
    for language, address, ending in product(("es", "en"), Address, Ending):
        is_recorded = address is Address.USTED
        kind = {"address": address, "ending": ending, "is_recorded": is_recorded}
        with_logo = replace(
            LETTERHEAD,
            logo=logo() if is_recorded else None,
            accent="#9b1c31" if ending is Ending.OFF_STRATEGY else "",
        )
        name = f"{language}-{address}-{ending}"
        yield name, make_letter(language, letterhead=with_logo, **kind)
        if is_recorded:
            yield f"silent-{name}", make_not_answered(language, ending=ending)
    for language, address, settled in product(("es", "en"), Address, Settlement):
        name = f"{language}-{address}-{settled}"
        yield name, make_confirmation(language, address=address, settlement=settled)
    for language, address in product(("es", "en"), Address):
        yield (
            f"{language}-{address}-superseding",
            make_letter(
                language,
                address=address,
                supersedes="2026-0003",
                why_superseded="Lo anoté al revés.",
                verification_url=None,
            ),
        )
    for name, words in HOSTILE.items():
        yield name, with_words(make_letter(is_recorded=False), words)
    doubted = make_letter("en")
    decision = replace(doubted.decision, standing=Standing.NO_SAY)
    yield "doubted", replace(doubted, decision=decision)
    yield "silent", with_words(make_not_answered(), HOSTILE["emoji"])
    yield (
        "settled",
        with_words(
            make_confirmation(supersedes="2026-0001", why_superseded="x"),
            HOSTILE["marks"],
        ),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where all letters are, signed, and one page that is spoiled."""
    folder = tmp_path_factory.mktemp("letters")
    key, renderer = make_keys().consultant, Renderer()
    for name, letter in letters():
        job = replace(render_job(letter), attachments=PROOFS)
        pdf = sign(renderer.render(job), key=key, reason="x", at=NOW)
        (folder / f"{name}.pdf").write_bytes(pdf)
    body = "<h3>한</h3><table><tr><td>x</td></tr></table>"
    untitled = PAGE.replace("<title>Carta</title>", "").format(body=body)
    spoiled = replace(render_job(make_letter()), html=untitled)
    (folder / SPOILED).write_bytes(renderer.render(spoiled))
    renderer.close()
    return folder


@pytest.fixture(scope="module")
def verdicts(folder: Path) -> dict[str, set[str]]:
    """Return the broken rules of all letters: one start of Java serves them all."""
    return broken_rules(sorted(folder.iterdir()))


@needs_verapdf
def test_every_letter_is_pdf_a_and_pdf_ua(verdicts: dict[str, set[str]]) -> None:
    """36: emoji, Arabic, Chinese and stacked marks are drawn, or named by number."""
    good = {name: broken for name, broken in verdicts.items() if name != SPOILED}
    assert len(good) == len(list(letters()))
    assert {name: broken for name, broken in good.items() if broken} == {}


@needs_verapdf
def test_a_page_without_title_and_glyph_is_neither(
    verdicts: dict[str, set[str]],
) -> None:
    # A missing glyph (6.2.11.8), no title (7.1), a heading left out (7.4.2).
    assert {"3a 6.2.11.8-1", "ua1 7.1-9", "ua1 7.4.2-1"} <= verdicts[SPOILED]


def test_every_table_has_headers_that_say_what_they_stand_over(folder: Path) -> None:
    found = {path.name: table_faults(path.read_bytes()) for path in folder.iterdir()}
    assert found.pop(SPOILED) == ["a table without headers"]
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert len(found) == len(list(letters()))
