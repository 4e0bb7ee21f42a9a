"""The plain way: each rule's concepts as one compiled alternation each."""

import re
import unicodedata
from pathlib import Path

from requests_log.triage.rule_values import Source, read_document
from requests_log.triage.rulebook import Rulebook
from requests_log.triage.words import stem

LANGUAGES = ("es", "en")
SPECIAL = ("spelling.yaml", "small_words.yaml")
SHORT = 3
Patterns = list[list[re.Pattern[str]]]


def alternations(folder: Path, rulebook: Rulebook) -> Patterns:
    """For each rule with conditions, a pattern for each of its slots."""
    written = _written(folder)
    names = rulebook.lexicon.names
    rules = (rule for rule in rulebook.rules if rule.when)
    return [
        [
            re.compile(_joined([p for n in slot for p in written.get(names[n], ())]))
            for condition in (*rule.when, *rule.unless)
            for slot in condition.slots
        ]
        for rule in rules
    ]


def found_by_rule(text: str, patterns: Patterns) -> int:
    """How many places all patterns meet in the text, folded first."""
    folded = _folded(text)
    return sum(
        sum(1 for _ in pattern.finditer(folded))
        for slots in patterns
        for pattern in slots
    )


def _written(folder: Path) -> dict[str, list[str]]:
    written: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name in SPECIAL:
            continue
        source = Source(path.name)
        concepts = source.fields(read_document(path), "", (), ())
        for name, value in concepts.items():
            fields = source.fields(value, name, (), ())
            written[name] = [
                _pattern(phrase, language)
                for language in LANGUAGES
                for phrase in source.phrases(fields.get(language), name)
            ]
    return written


def _pattern(phrase: str, language: str) -> str:
    return r"\W+".join(_part(part, language) for part in phrase.split())


def _part(part: str, language: str) -> str:
    if part == "~":
        return r"(?:\w+\W+){0,2}?"
    word = _folded(part.strip("=*"))
    if part.startswith("=") or len(word) <= SHORT or not word.isalpha():
        return re.escape(word) + r"\b"
    root = word if part.endswith("*") else stem(word, language)
    return re.escape(root) + r"\w*"


def _joined(written: list[str]) -> str:
    return r"\b(?:" + "|".join(written or ["(?!)"]) + ")"


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
