"""Where the concepts of the lexicon stand in a text."""

from collections.abc import Iterable, KeysView

Range = tuple[int, int]


class Hits:
    """Where each concept stands in a text, in order of appearance.

    All that is heard is added before several concepts are asked for together.
    """

    def __init__(self) -> None:
        self._found: dict[int, list[Range]] = {}
        self._sorted: dict[tuple[int, ...], list[Range]] = {}
        self._tokens: dict[tuple[int, ...], frozenset[int]] = {}
        self._parts: dict[Range, tuple[Range, ...]] = {}

    def add(self, concepts: Iterable[int], places: Iterable[Range]) -> None:
        """Add that each of the concepts stands at each of the places."""
        for concept in concepts:
            self._found.setdefault(concept, []).extend(places)

    def join(self, concepts: tuple[int, ...], parts: tuple[Range, ...]) -> None:
        """Add what several places name together, over all of them."""
        first, last = min(a for a, _ in parts), max(b for _, b in parts)
        small = tuple(place for part in parts for place in self.parts(part))
        self._parts.setdefault((first, last), small)
        self.add(concepts, ((first, last),))
        for concept in concepts:
            self._sorted.pop((concept,), None)

    def parts(self, place: Range) -> tuple[Range, ...]:
        """The places a joined one is made of; any other is its own part."""
        return self._parts.get(place, (place,))

    def heard(self) -> KeysView[int]:
        """The concepts that stand anywhere in the text."""
        return self._found.keys()

    def of(self, concepts: tuple[int, ...]) -> list[Range]:
        """Token ranges of any of the concepts, sorted."""
        ranges = self._sorted.get(concepts)
        if ranges is None:
            known = self._found
            found = {
                place for each in concepts if each in known for place in known[each]
            }
            ranges = self._sorted[concepts] = sorted(found)
        return ranges

    def tokens(self, concepts: tuple[int, ...]) -> frozenset[int]:
        """The tokens that any of the concepts stands on."""
        tokens = self._tokens.get(concepts)
        if tokens is None:
            tokens = frozenset(
                token for place in self.of(concepts) for token in range(*place)
            )
            self._tokens[concepts] = tokens
        return tokens
