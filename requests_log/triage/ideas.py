"""Concepts that own rules may listen for, by what they are called on the screen."""

from collections.abc import Mapping
from pathlib import Path

from requests_log.triage.rule_values import Source, read_document

FILE = "ideas.yaml"


def load_ideas(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """Each idea's name in each language, in the file's order. Raises RuleFileError."""
    source = Source(FILE)
    ideas = source.fields(read_document(folder / FILE), "", (), ())
    return {name: source.bilingual(named, name) for name, named in ideas.items()}
