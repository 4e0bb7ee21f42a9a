"""Whole numbers by name, side by side in one, so that many rows add up in one go.

A message shows a hundred signs and each of them speaks for or against a dozen rules:
added one by one, that would cost more than all else that is weighed.
"""

from collections.abc import Iterable
from threading import Lock

_BITS = 40
_MIDDLE = 1 << _BITS - 1
_ALL = (1 << _BITS) - 1


class Lanes:
    """Which bits are whose; a sum of packed numbers packs the sums."""

    def __init__(self) -> None:
        self._lowest: dict[str, int] = {}
        self._middles = 0
        self._giving = Lock()

    def pack(self, numbers: Iterable[tuple[str, int]]) -> int:
        """The numbers in one; each, and each sum of them, within 2**39 of zero."""
        return sum(number << self._lane(name) for name, number in numbers)

    def number(self, packed: int, name: str) -> int:
        """The number of that name, 0 where none was ever packed."""
        lowest = self._lowest.get(name)
        if lowest is None:
            return 0
        # A negative number borrows from the lane above; the middles give it back.
        return (packed + self._middles >> lowest & _ALL) - _MIDDLE

    def _lane(self, name: str) -> int:
        if name not in self._lowest:
            with self._giving:  # several messages may be weighed at once
                if name not in self._lowest:
                    lowest = _BITS * len(self._lowest)
                    # First what reads it, then that it is there to be read.
                    self._middles += _MIDDLE << lowest
                    self._lowest[name] = lowest
        return self._lowest[name]
