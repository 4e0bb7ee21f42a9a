"""Concepts and the words that name them, all found in one pass."""

from collections.abc import Iterable, Mapping

from requests_log.triage.hits import Hits
from requests_log.triage.joins import Join, note_joins
from requests_log.triage.text import Text
from requests_log.triage.words import forms, stem, too_short

LANGUAGES = ("es", "en")
ANY = 0
GAP, _GAP_ATOM = "~", -1
_KNOWN_WORDS_KEPT = 50_000
_ATOM_BITS = 20


class _Vocabulary:
    """The words of one language and the phrases they make.

    A phrase is a path of atoms: `steps` leads from a node, by an atom, to the next one,
    0 being where all begin; `named` tells what a phrase that ends at a node names.
    """

    def __init__(self, language: str, spelling: Mapping[str, str]) -> None:
        self.language = language
        self.spelling = spelling
        self.steps: dict[int, int] = {}
        self.named: dict[int, tuple[int, ...]] = {}
        self.exact: dict[str, int] = {}
        self.stems: dict[str, int] = {}
        self.starts: dict[str, int] = {}
        self.lengths: tuple[int, ...] = ()
        self._atoms = ANY
        self._parts: dict[str, tuple[int, ...]] = {}
        self._known: dict[str, tuple[int, ...]] = {}

    def learn(self, phrase: str, concepts: tuple[int, ...]) -> None:
        path: list[int] = []
        parts = self._parts
        for part in phrase.split():
            path += parts.get(part) or self._learn_part(part)
        for way in _without_gaps(path) if GAP in phrase else (path,):
            self._learn_way(way, concepts)

    def _learn_way(self, way: list[int], concepts: tuple[int, ...]) -> None:
        steps, node = self.steps, 0
        for atom in way:
            step = node << _ATOM_BITS | atom
            node = steps.get(step) or steps.setdefault(step, len(steps) + 1)
        known = self.named.get(node)
        if known is not None:
            concepts = tuple(sorted({*known, *concepts}))
        self.named[node] = concepts

    def _learn_part(self, part: str) -> tuple[int, ...]:
        plain = part.isascii() and part.isalpha() and part.islower()
        words = (part,) if plain else _cut(part)
        atoms = self._parts[part] = tuple([self._atom(word) for word in words])
        return atoms

    def _atom(self, part: str) -> int:
        if part == GAP:
            return _GAP_ATOM
        if part.endswith("*"):
            table, key = self.starts, part[:-1]
            self.lengths = tuple(sorted({*self.lengths, len(key)}))
        elif part.startswith("=") or len(part) <= 3 or not part.isalpha():
            table, key = self.exact, part.removeprefix("=")
        else:
            table, key = self.stems, stem(part, self.language)
        if key not in table:
            self._atoms += 1
            table[key] = self._atoms
        return table[key]

    def atoms(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            known = self._recognise(word)
            if len(self._known) < _KNOWN_WORDS_KEPT:
                self._known[word] = known
        return known

    def _recognise(self, word: str) -> tuple[int, ...]:
        atoms = set()
        spelled = self.spelling.get(word, word)
        for form in {*forms(word, self.language), *forms(spelled, self.language)}:
            if form in self.exact:
                atoms.add(self.exact[form])
            root = stem(form, self.language) if form.isalpha() else form
            if root in self.stems and not too_short(form, self.language):
                atoms.add(self.stems[root])
            for length in self.lengths:
                if form[:length] in self.starts and len(form) >= length:
                    atoms.add(self.starts[form[:length]])
        return tuple(sorted(atoms))


def _cut(part: str) -> list[str]:
    if part == GAP:
        return [part]
    star, exact = part.endswith("*"), part.startswith("=")
    bare = part.strip("*=")
    plain = bare.isascii() and bare.isalnum() and bare.islower()
    words = [bare] if plain and not bare[0].isdigit() else Text(bare).words or [part]
    if star:
        words[-1] += "*"
    return ["=" + word for word in words] if exact else words


def _without_gaps(path: list[int]) -> list[list[int]]:
    paths: list[list[int]] = [[]]
    for atom in path:
        fillings = ([], [ANY], [ANY, ANY]) if atom == _GAP_ATOM else ([atom],)
        paths = [[*before, *filling] for before in paths for filling in fillings]
    return paths


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
            language: _Vocabulary(language, spelling.get(language, {}))
            for language in LANGUAGES
        }

    def learn(self, language: str, phrase: str, concepts: tuple[int, ...]) -> None:
        self._vocabularies[language].learn(phrase, concepts)

    def learn_all(
        self, language: str, phrases: Iterable[str], concepts: tuple[int, ...]
    ) -> None:
        """Several phrases at once."""
        learn = self._vocabularies[language].learn
        for phrase in phrases:
            learn(phrase, concepts)

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
            _walk(text, self._vocabularies[language], hits)
        return hits

    def join(self, text: Text, hits: Hits) -> None:
        """Add what is named by concepts that stand together."""
        note_joins(self.joins, text, hits)


def _walk(text: Text, vocabulary: _Vocabulary, hits: Hits) -> None:
    atoms = [vocabulary.atoms(word) for word in text.words]
    steps, named = vocabulary.steps, vocabulary.named
    for sentence in text.sentences:
        for first in range(sentence.first, sentence.last):
            nodes = [steps[atom] for atom in atoms[first] if atom in steps]
            token = first + 1
            while nodes:
                for node in nodes:
                    for concept in named.get(node, ()):
                        hits.add(concept, first, token)
                if token == sentence.last:
                    break
                nodes = _next(nodes, (*atoms[token], ANY), steps)
                token += 1


def _next(nodes: list[int], atoms: tuple[int, ...], steps: dict[int, int]) -> list[int]:
    ways = [node << _ATOM_BITS | atom for atom in atoms for node in nodes]
    return [steps[way] for way in ways if way in steps]
