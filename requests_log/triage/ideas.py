"""Concepts that own rules may listen for, by what they are called on the screen."""

from collections.abc import Mapping
from pathlib import Path

from requests_log.triage.lexicon import Lexicon
from requests_log.triage.rule_values import Source, read_document

FILE = "ideas.yaml"
Ideas = Mapping[str, Mapping[str, str]]


def load_ideas(folder: Path, lexicon: Lexicon) -> Ideas:
    """Each idea's name in each language, in the file's order; none without a file.

    Raises RuleFileError for one that is no concept.
    """
    if not (folder / FILE).exists():
        return {}
    source = Source(FILE)
    ideas = source.fields(read_document(folder / FILE), "", (), ())
    for name in ideas:
        if name not in lexicon.numbers:
            raise source.refuse(ideas.lines[name], name, "a concept of the lexicon")
    return {name: source.bilingual(named, name) for name, named in ideas.items()}
