"""The words of one language and the phrases they make, found in one pass."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from threading import Lock

from requests_log.triage.hits import Range
from requests_log.triage.text import Text, folded
from requests_log.triage.words import LONGEST, forms, stem, too_short

GAP = "~"
_KNOWN_WORDS_KEPT = 50_000
_ANY = 0
_FILLINGS = ((), (_ANY,), (_ANY, _ANY))  # of a gap: no word, one, two
_SHORT = 3
Numbers = tuple[int, ...]
Waiting = tuple[list[str], Numbers, dict[str, Numbers]]
Word = tuple[Numbers, list["_Node"]]  # what it may be, where it leads as the first
_NO_WORD: Word = (_ANY,), []


class _Node:
    """Where some words have led: what they name, and where the next may lead."""

    __slots__ = ("concepts", "next")

    def __init__(self) -> None:
        self.concepts: Numbers = ()
        self.next: dict[int, _Node] | None = None

    def step(self, atom: int) -> "_Node":
        if self.next is None:
            self.next = {}
        found = self.next.get(atom)
        if found is None:
            found = self.next[atom] = _Node()
        return found


class Vocabulary:
    """Phrases as paths of atoms, an atom being a word, a stem or a beginning.

    Of some seventy thousand phrases a message meets a few hundred, so each waits by its
    first atom and is laid out when a word that may begin it is first read.
    """

    def __init__(self, language: str, spelling: Mapping[str, str]) -> None:
        self.language = language
        self.spelling = spelling
        self._root = _Node()
        self._waiting: dict[int, list[Waiting]] = {}
        self._laying = Lock()
        self._exact: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        self._starts: dict[str, int] = {}
        self._lengths: Numbers = ()
        self._atoms = _ANY
        self._parts: dict[bool, dict[str, Numbers]] = {False: {}, True: {}}
        self._known: dict[str, Word] = {}

    def learn(
        self, phrases: Iterable[str], concepts: Numbers, *, exact: bool = False
    ) -> None:
        """Make the phrases name the concepts; EXACT ones are met as written only."""
        self._known.clear()
        waiting, parts = self._waiting, self._parts[exact]
        for phrase in phrases:
            if GAP in phrase:
                self._learn_with_gaps(phrase, concepts, exact)
                continue
            words = phrase.split()
            for word in words:
                if word not in parts:
                    self._learn_part(word, exact)
            if words:
                first = parts[words[0]][0]
                waiting.setdefault(first, []).append((words, concepts, parts))

    def _lay_out(self, first: int) -> None:
        """Lay out the phrases that begin with the atom."""
        for words, concepts, parts in self._waiting.pop(first, ()):
            self._lay([atom for word in words for atom in parts[word]], concepts)

    def _lay(self, path: Iterable[int], concepts: Numbers) -> None:
        node = self._root
        for atom in path:
            node = node.step(atom)
        if node.concepts:
            concepts = tuple(sorted({*node.concepts, *concepts}))
        node.concepts = concepts

    def _learn_with_gaps(self, phrase: str, concepts: Numbers, exact: bool) -> None:
        ways: list[Numbers] = [()]
        for part in phrase.split():
            fillings = _FILLINGS if part == GAP else (self._learn_part(part, exact),)
            ways = [(*way, *filling) for way in ways for filling in fillings]
        for way in ways:
            self._lay(way, concepts)

    def _learn_part(self, part: str, exact: bool) -> Numbers:
        if part.isascii() and part.isalpha() and part.islower():
            atoms: Numbers = (self._atom(part, exact),)  # as most are
        else:
            atoms = self._learn_signed(part, exact)
        self._parts[exact][part] = atoms
        return atoms

    def _learn_signed(self, part: str, exact: bool) -> Numbers:
        """The atoms of a part with accents, figures, "=" before it or "*" behind it."""
        bare = part.strip("=*")
        plain = folded(bare)
        *words, last = [plain] if plain.isalpha() else Text(bare).words or [bare]
        written = exact or part.startswith("=")
        begins = part.endswith("*") and bare
        end = self._start(last) if begins else self._atom(last, written)
        return (*(self._atom(word, written) for word in words), end)

    def _atom(self, word: str, written: bool) -> int:
        if written or len(word) <= _SHORT or not word.isalpha():
            return self._number(self._exact, word)
        return self._number(self._stems, stem(word, self.language))

    def _start(self, letters: str) -> int:
        self._lengths = tuple(sorted({*self._lengths, len(letters)}))
        return self._number(self._starts, letters)

    def _number(self, table: dict[str, int], key: str) -> int:
        number = table.get(key)
        if number is None:
            self._atoms += 1
            number = table[key] = self._atoms
        return number

    def find(self, text: Text) -> list[tuple[Numbers, list[Range]]]:
        """What phrases of the text name, and where they stand."""
        words = [self._recognised(word) for word in text.words]
        ends: defaultdict[_Node, list[Range]] = defaultdict(list)
        for sentence in text.sentences:
            for first in range(sentence.first, sentence.last):
                nodes, token = words[first][1], first + 1
                while nodes:
                    ways = []
                    for node in nodes:
                        if node.concepts:
                            ends[node].append((first, token))
                        if node.next:
                            ways.append(node.next)
                    if token == sentence.last:
                        break
                    nodes = _next(ways, words[token][0])
                    token += 1
        return [(node.concepts, places) for node, places in ends.items()]

    def _recognised(self, word: str) -> Word:
        if len(word) > LONGEST:
            return _NO_WORD
        known = self._known.get(word)
        if known is None:
            with self._laying:  # several messages may be read at once
                known = self._recognise(word)
                if len(self._known) < _KNOWN_WORDS_KEPT:
                    self._known[word] = known
        return known

    def _recognise(self, word: str) -> Word:
        atoms = self._atoms_of(word)
        for atom in atoms:
            self._lay_out(atom)
        return (*atoms, _ANY), _next([self._root.next or {}], atoms)

    def _atoms_of(self, word: str) -> Numbers:
        atoms = set()
        written = forms(word, self.language)
        if word in self.spelling:
            written += forms(self.spelling[word], self.language)
        for form in dict.fromkeys(written):
            if form in self._exact:
                atoms.add(self._exact[form])
            root = stem(form, self.language) if form.isalpha() else form
            if root in self._stems and not too_short(form, self.language):
                atoms.add(self._stems[root])
            for length in self._lengths:
                if form[:length] in self._starts and len(form) >= length:
                    atoms.add(self._starts[form[:length]])
        return tuple(sorted(atoms))


def _next(ways: list[dict[int, _Node]], atoms: Numbers) -> list[_Node]:
    return [way[atom] for way in ways for atom in atoms if atom in way]
