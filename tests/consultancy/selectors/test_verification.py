"""Unchanged, changed, not ours: over one real letter."""

import random

import pytest

from consultancy.selectors.verification import Answer, verify_file
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised


@pytest.fixture
def letter(bruno):
    decision = record_decision(make_advised(bruno), answer=answer(), at=NOW)
    return decision.document.files.get().file.read()


def test_the_letter_as_issued_is_unchanged(letter):
    result = verify_file(letter)
    assert (result.answer, result.number) == (Answer.UNCHANGED, "2026-0001")
    assert result.signer == "Marta Roldán"


def test_every_flipped_byte_is_reported(letter):
    chance = random.Random(1)
    for place in chance.sample(range(len(letter)), 60):
        broken = bytearray(letter)
        broken[place] ^= 1 << chance.randrange(8)
        assert verify_file(bytes(broken)).answer != Answer.UNCHANGED


@pytest.mark.parametrize(
    "change",
    [
        lambda pdf: pdf + b"\n",
        lambda pdf: pdf[:-20],
        lambda pdf: pdf.replace(b"%PDF-1.7", b"%PDF-1.4", 1),
        lambda pdf: b"\n" + pdf,
    ],
)
def test_a_letter_changed_is_changed(letter, change):
    assert verify_file(change(letter)).answer == Answer.CHANGED


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"hola", b"\x00" * 5000])
def test_other_files_are_not_ours(letter, content):
    assert verify_file(content).answer == Answer.NOT_OURS
