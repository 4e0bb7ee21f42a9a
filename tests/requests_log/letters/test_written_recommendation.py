import json
from dataclasses import replace
from typing import Any

import pytest

from consultancy.ledger.chain import canonical
from requests_log.letters.errors import LetterError
from requests_log.letters.kinds import from_record, record_bytes, to_record
from requests_log.letters.parts import Ending

from .samples import make_letter, with_words


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("ending", Ending)
@pytest.mark.parametrize("is_recorded", [True, False])
def test_a_letter_comes_back_from_its_record(
    language: str, ending: Ending, is_recorded: bool
) -> None:
    letter = make_letter(language, ending=ending, is_recorded=is_recorded)
    assert from_record(json.loads(record_bytes(letter))) == letter


def test_a_record_has_one_canonical_form_and_names_its_format() -> None:
    record = to_record(make_letter())
    assert json.loads(canonical(record)) == record
    assert record["format"] == "por-escrito-written-recommendation-1"


def test_the_attached_record_keeps_every_character() -> None:
    words = "🚀 \u202e 한 \x00 <b>"
    letter = with_words(make_letter(), words)
    assert json.loads(record_bytes(letter))["asked"]["words"] == words


@pytest.mark.parametrize(
    "changes", [{"language": "fr"}, {"zone": "Moon/Crater"}, {"zone": "../etc/passwd"}]
)
def test_a_letter_nobody_could_write_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(LetterError):
        replace(make_letter(), **changes)


def test_a_decision_taken_down_by_the_consultant_bears_no_ticks() -> None:
    ticked = make_letter(is_recorded=False).advice
    with pytest.raises(LetterError):
        make_letter(advice=ticked)


def test_what_will_not_be_done_bears_no_ticks() -> None:
    ticked = make_letter(is_recorded=False).advice
    with pytest.raises(LetterError):
        make_letter(is_recorded=False, ending=Ending.BAD_PRACTICE, advice=ticked)


@pytest.mark.parametrize("form", [None, "por-escrito-written-recommendation-0"])
def test_a_record_of_another_format_is_not_read(form: str | None) -> None:
    with pytest.raises(LetterError):
        from_record(to_record(make_letter()) | {"format": form})
