"""Lexicon files: concepts, spelling and the small words of each language."""

from collections.abc import Mapping
from pathlib import Path

from consultancy.careful_yaml import Fields, Text, Value
from requests_log.triage.join_lines import read_joins
from requests_log.triage.languages import Tongues
from requests_log.triage.lexicon import Lexicon
from requests_log.triage.reading import SEEN_WITHOUT_WORDS
from requests_log.triage.rule_values import LANGUAGES, Source

_CONCEPT = ("es", "en", "includes", "joins", "exact")


def read_lexicon(documents: Mapping[Path, Value]) -> tuple[Lexicon, Tongues]:
    """The compiled lexicon of all files read. Raises RuleFileError."""
    concepts: dict[str, Fields] = {}
    sources: dict[str, Source] = {}
    spelling: Mapping[str, Mapping[str, str]] = {}
    small: Mapping[str, frozenset[str]] = {}
    for path, document in documents.items():
        source = Source(path.name)
        if path.name == "spelling.yaml":
            spelling = _spelling(source, document)
        elif path.name == "small_words.yaml":
            small = _small_words(source, document)
        else:
            for name, fields in _concepts(source, document, concepts).items():
                concepts[name], sources[name] = fields, source
    lexicon = Lexicon((*SEEN_WITHOUT_WORDS, *concepts), spelling)
    parents = _parents(concepts, sources, lexicon)
    for name, fields in concepts.items():
        _teach(lexicon, fields, sources[name], parents[name])
    lexicon.joins = read_joins(concepts, sources, lexicon.numbers, parents)
    return lexicon, Tongues(small)


def _concepts(
    source: Source, document: Value, known: Mapping[str, Fields]
) -> dict[str, Fields]:
    fields = source.fields(document, "", (), ())
    read = {}
    for name, value in fields.items():
        if name in known or name in SEEN_WITHOUT_WORDS:
            raise source.refuse(fields.lines[name], name, "a concept named only once")
        read[str(name)] = source.fields(value, str(name), _CONCEPT, ())
    return read


def _teach(
    lexicon: Lexicon, fields: Fields, source: Source, concepts: tuple[int, ...]
) -> None:
    exact = (
        source.choice(fields.get("exact", Text("no")), "exact", ("yes", "no")) == "yes"
    )
    for language in LANGUAGES:
        phrases = source.phrases(fields.get(language), language)
        lexicon.learn(language, phrases, concepts, exact=exact)


def _parents(
    concepts: Mapping[str, Fields], sources: Mapping[str, Source], lexicon: Lexicon
) -> dict[str, tuple[int, ...]]:
    """For each concept its own number and those of all that include it."""
    including: dict[str, set[str]] = {name: {name} for name in concepts}
    for _ in range(3):
        for name, fields in concepts.items():
            for child in sources[name].phrases(fields.get("includes"), "includes"):
                if child not in concepts:
                    line = fields.lines["includes"]
                    raise sources[name].refuse(line, child, "a known concept")
                including[child] |= including[name]
    return {
        name: tuple(sorted(lexicon.numbers[parent] for parent in names))
        for name, names in including.items()
    }


def _spelling(source: Source, document: Value) -> dict[str, dict[str, str]]:
    fields = source.fields(document, "", LANGUAGES, LANGUAGES)
    return {
        language: {
            str(short): source.text(long, language)
            for short, long in source.fields(fields[language], language, (), ()).items()
        }
        for language in LANGUAGES
    }


def _small_words(source: Source, document: Value) -> dict[str, frozenset[str]]:
    fields = source.fields(document, "", (), LANGUAGES)
    return {
        str(language): frozenset(source.text(words, str(language)).split())
        for language, words in fields.items()
    }
