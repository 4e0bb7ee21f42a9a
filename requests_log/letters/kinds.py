"""Every kind of letter: the name of its record's format, and its template."""

import json
from collections.abc import Mapping
from typing import Any

from .decision_confirmation import DecisionConfirmation
from .errors import LetterError
from .letter import Letter
from .not_answered import NotAnswered
from .records import read, write
from .written_recommendation import WrittenRecommendation

FORMATS: dict[str, type[Letter]] = {
    "por-escrito-written-recommendation-1": WrittenRecommendation,
    "por-escrito-not-answered-1": NotAnswered,
    "por-escrito-decision-confirmation-1": DecisionConfirmation,
}
NAMES = {kind: name for name, kind in FORMATS.items()}
TEMPLATES: dict[type[Letter], str] = {
    WrittenRecommendation: "paper/written_recommendation.html",
    NotAnswered: "paper/not_answered.html",
    DecisionConfirmation: "paper/decision_confirmation.html",
}


def to_record(letter: Letter) -> dict[str, Any]:
    """Return LETTER as plain JSON values: what is stored, and what record.json holds.

    Moments are UTC text. `from_record` gives back an equal letter.
    """
    record: dict[str, Any] = write(letter)
    return {"format": NAMES[type(letter)], **record}


def from_record(record: Mapping[str, Any]) -> Letter:
    """Return the letter that to_record wrote. Raises LetterError."""
    kind = FORMATS.get(record.get("format", ""))
    if kind is None:
        raise LetterError(f"no letter has the form {record.get('format')}")
    fields = {name: value for name, value in record.items() if name != "format"}
    letter: Letter = read(kind, fields)
    return letter


def record_bytes(letter: Letter) -> bytes:
    """Return the content of record.json: sorted, indented, UTF-8, for people too."""
    record = to_record(letter)
    text = json.dumps(record, ensure_ascii=False, sort_keys=True, indent=2)
    return text.encode("utf-8")
