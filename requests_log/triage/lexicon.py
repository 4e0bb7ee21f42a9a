"""Concepts and the words that name them, all found in one pass."""

from collections.abc import Iterable, Mapping

from requests_log.triage.hits import Hits
from requests_log.triage.joins import Join, note_joins
from requests_log.triage.text import Text
from requests_log.triage.vocabulary import Vocabulary

LANGUAGES = ("es", "en")


class Lexicon:
    """Every concept by name and number, with the words of both languages."""

    def __init__(
        self, names: Iterable[str], spelling: Mapping[str, Mapping[str, str]]
    ) -> None:
        self.numbers = {name: number for number, name in enumerate(names)}
        self.names = tuple(self.numbers)
        self.joins: tuple[Join, ...] = ()
        self._slots: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._vocabularies = {
            language: Vocabulary(language, spelling.get(language, {}))
            for language in LANGUAGES
        }

    def learn(
        self,
        language: str,
        phrases: Iterable[str],
        concepts: tuple[int, ...],
        *,
        exact: bool = False,
    ) -> None:
        """Make the phrases name the concepts; EXACT ones are met as written only."""
        self._vocabularies[language].learn(phrases, concepts, exact=exact)

    def slot(self, names: tuple[str, ...]) -> tuple[int, ...]:
        """The numbers of the named concepts, sorted. Raises KeyError."""
        slot = self._slots.get(names)
        if slot is None:
            slot = tuple(sorted(self.numbers[name] for name in names))
            self._slots[names] = slot
        return slot

    def blank(self) -> "Lexicon":
        """A lexicon without words that spells as this one does."""
        spelling = {
            language: vocabulary.spelling
            for language, vocabulary in self._vocabularies.items()
        }
        return Lexicon((), spelling)

    def find(
        self, text: Text, languages: Iterable[str], hits: Hits | None = None
    ) -> Hits:
        """All concepts of the text beside the HITS there are, one pass a language."""
        hits = Hits() if hits is None else hits
        for language in languages:
            for concepts, places in self._vocabularies[language].find(text):
                hits.add(concepts, places)
        return hits

    def join(self, text: Text, hits: Hits) -> None:
        """Add what is named by concepts that stand together."""
        note_joins(self.joins, text, hits)
