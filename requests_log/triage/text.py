"""The client's words as tokens that remember where they stood."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?|\n|\S")
# What is cut short and goes on: its stop ends no sentence.
ABBREVIATED = r"sra?s?|srta|dra?|d|ej|p|pag|num|avd?a?|mrs?|ms|st|sta|vs|ee|ff|cc|rr"
_CUT_SHORT = re.compile(
    rf"(?<![^\W_])(?:{ABBREVIATED}|(?!(?:[ap]\.m|s\.[al]|u\.[sk])\Z)[a-z]\.[a-z])\Z"
)
_LONGEST_CUT_SHORT = 5  # signs
_MOST_FOLDS = 10_000
_FIRST_MARK = "\u0300"  # below it no sign is set over the one before
_APOSTROPHES = dict.fromkeys("'’‘´`ʼ", "'")
_ENDS = frozenset(".!?…;")
_SAYING = frozenset("#@€$£%")
_LAST_PLAIN = 0x2190  # signs behind it, arrows and pictures, say something too
_BREAKS = frozenset(',:()–—-"[]/|•*')
_TURNS = frozenset(
    "pero aunque sino but though although however mas y and porque because".split()
)


@dataclass(frozen=True)
class Passage:
    """Tokens [first, last) that belong together."""

    first: int
    last: int
    question: bool = False


class Text:
    """A message in tokens; `words` are folded, offsets are the original's."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentence_of: list[int] = []
        self.clause_of: list[int] = []
        self.sentences: list[Passage] = []
        self._read()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the original of the tokens [first, last)."""
        return self.starts[first], self.ends[last - 1]

    def asks(self, token: int) -> bool:
        """Whether the token stands in a question."""
        return self.sentences[self.sentence_of[token]].question

    @cached_property
    def has_words(self) -> bool:
        return any(word[0].isalpha() for word in self.words)

    def _read(self) -> None:
        folded, origin = _fold(self.source)
        marked = max(self.source, default="") >= _FIRST_MARK
        borders = _Borders(self)
        for match in _TOKEN.finditer(folded):
            mark = match.group()
            if mark in _TURNS:
                borders.clause += 1
            elif not mark[0].isalnum():
                start, end = match.span()
                before = folded[max(0, start - _LONGEST_CUT_SHORT) : start]
                borders.meet(mark, before, folded[end : end + 2])
                if mark not in _SAYING and ord(mark) <= _LAST_PLAIN:
                    continue
            self.words.append(_plain(mark) if "'" in mark else mark)
            end = origin[match.end() - 1] + 1
            self.starts.append(origin[match.start()])
            self.ends.append(_with_marks(self.source, end) if marked else end)
            self.sentence_of.append(len(self.sentences))
            self.clause_of.append(borders.clause)
        borders.close()


class _Borders:
    """Where sentences and clauses end."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.clause = 0
        self.first = 0
        self.question = False

    def meet(self, mark: str, before: str, after: str) -> None:
        glued = bool(after) and after[0].isalnum()
        if mark in "¿?":
            self.question = True
        goes_on = mark == "." and (glued or bool(_CUT_SHORT.search(before)))
        stops = mark in _ENDS and not goes_on
        if stops or (mark == "\n" and _opens(after.strip()[:1])):
            self.close()
        elif mark == "\n" or (mark in _BREAKS and not (glued and mark in "-/:")):
            self.clause += 1

    def close(self) -> None:
        last = len(self.text.words)
        self.clause += 1
        if last > self.first:
            self.text.sentences.append(Passage(self.first, last, self.question))
            self.question = False
            self.first = last
        elif self.text.sentences and self.question:
            self._question_mark_after_the_end()

    def _question_mark_after_the_end(self) -> None:
        before = self.text.sentences[-1]
        self.text.sentences[-1] = Passage(before.first, before.last, True)
        self.question = False


def _opens(sign: str) -> bool:
    return not sign.isalpha()


def and_beside(parts: set[int]) -> set[int]:
    """The numbers of sentences or clauses, and of those before and behind them."""
    return {part + apart for part in parts for apart in (-1, 0, 1)}


def folded(word: str) -> str:
    """A word in lower case and without accents."""
    return _fold(word)[0]


def _fold(source: str) -> tuple[str, list[int] | range]:
    """Lower case without accents, and where each sign came from."""
    if source.isascii():
        return source.lower(), range(len(source))
    folded = source.translate(_FOLDED)
    if _FOLDED.all_single(source):
        return folded, range(len(source))
    signs: list[str] = []
    origin: list[int] = []
    for index, sign in enumerate(source):
        plain = _FOLDED[ord(sign)]
        signs.append(plain)
        origin.extend([index] * len(plain))
    return "".join(signs), origin


class _Folds(dict[int, str]):
    """Folded signs by code point, and those that do not fold to a single sign."""

    def __init__(self) -> None:
        super().__init__()
        self._uneven: set[str] = set()

    def all_single(self, source: str) -> bool:
        """Whether each sign of a text already folded became one sign."""
        return self._uneven.isdisjoint(source) and len(self) < _MOST_FOLDS

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if sign in _APOSTROPHES:
            folded = "'"
        elif sign in "«»“”„":
            folded = '"'
        else:
            plain = unicodedata.normalize("NFKD", sign).casefold()
            folded = "".join(c for c in plain if not _silent(c))
        if len(folded) != 1:
            self._uneven.add(sign)
        if len(self) < _MOST_FOLDS:
            self[code] = folded
        return folded


def _silent(sign: str) -> bool:
    return unicodedata.category(sign) in ("Mn", "Me", "Cf")


def _with_marks(source: str, end: int) -> int:
    while end < len(source) and unicodedata.category(source[end]) in ("Mn", "Me"):
        end += 1
    return end


def _plain(mark: str) -> str:
    """A word with an apostrophe in it without what it cuts short."""
    before, _, after = mark.partition("'")
    return before + after if after == "t" else before or after


_FOLDED = _Folds()
