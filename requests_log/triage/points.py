"""What each sign of a message weighs, read from one file.

A line a sign: the sign, its points for bad practice, its points for off-strategy, and
its points for the codes, as `code:points` with spaces between; tabs between the parts.
Points are whole hundredths; a message no sign speaks for is fine. `./go points` writes
the file from the messages of tests/data/messages.
"""

import hashlib
import re
from collections.abc import Iterator, KeysView, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from operator import methodcaller
from pathlib import Path

from requests_log.triage.findings import VERDICTS
from requests_log.triage.lanes import Lanes
from requests_log.triage.rule_values import RuleFileError

NAME = "points.tsv"
_PARTS = 4
_WHOLE = r"-?\d{1,6}"  # of more no lane of a total would have room
_CODES = rf"(?:\w+:{_WHOLE}(?: \w+:{_WHOLE})*)?"
_LINE = rf"[^#\t\n][^\t\n]*\t{_WHOLE}\t{_WHOLE}\t{_CODES}\n"
_SOUND = re.compile(rf"(?:#[^\n]*\n|{_LINE})*+")
Row = tuple[int, int, tuple[tuple[str, int], ...]]


@dataclass(frozen=True)
class Points:
    """The rows of the file by sign: bad practice, off-strategy, each code; and the
    SHA-256 of the file."""

    rows: Mapping[str, Row]
    digest: str = field(default="", compare=False)

    def total(self, signs: Set[str]) -> int:
        """All that the signs weigh together, for `of` to be asked about."""
        return sum(map(self.packed, self.rows.keys() & signs))

    def packed(self, sign: str) -> int:
        """What the sign weighs, as a total of its own."""
        packed = self._packed.get(sign)
        if packed is None:
            bad, off, codes = self.rows[sign]
            numbers = ((VERDICTS[0], bad), (VERDICTS[1], off), *codes)
            packed = self._packed[sign] = self._lanes.pack(numbers)
        return packed

    def of(self, total: int, name: str) -> int:
        """What of a total is for the verdict or the code of that name."""
        return self._lanes.number(total, name)

    @cached_property
    def _lanes(self) -> Lanes:
        return Lanes()

    @cached_property
    def _packed(self) -> dict[str, int]:
        return {}


NO_POINTS = Points({})


class _Rows(Mapping[str, Row]):
    """Lines by their sign, each read when it is asked for: a message asks for a
    hundred of some ten thousands."""

    def __init__(self, lines: dict[str, str]) -> None:
        self._lines = lines

    def keys(self) -> KeysView[str]:
        """The signs, as quick to be looked up as those of any dict."""
        return self._lines.keys()

    def __getitem__(self, sign: str) -> Row:
        return _row(self._lines[sign])

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def read_points(source: str) -> Points:
    """The points of a file's text. Raises RuleFileError."""
    if not _SOUND.fullmatch(source):
        _refuse(source)
    lines = [line for line in source.split("\n") if line and line[0] != "#"]
    rows = dict(map(methodcaller("split", "\t", 1), lines))
    if len(rows) != len(lines):
        _refuse_repeated(lines)
    return Points(_Rows(rows), hashlib.sha256(source.encode()).hexdigest())


def load_points(folder: Path) -> Points:
    """The points beside the rules; none where there is no such file."""
    path = folder / NAME
    if not path.exists():
        return NO_POINTS
    try:
        return read_points(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise RuleFileError(NAME, None, "", "UTF-8 text") from error


def _refuse(source: str) -> None:
    """Raise RuleFileError at the first line that is not sound."""
    for number, line in enumerate(source.split("\n"), start=1):
        if not _SOUND.fullmatch(f"{line}\n") and line:
            parts = line.split("\t")
            short = "a sign and three columns"
            expected = "whole numbers" if len(parts) == _PARTS else short
            raise RuleFileError(NAME, number, parts[0], expected)
    raise RuleFileError(NAME, source.count("\n") + 1, "", "a line feed at the end")


def _refuse_repeated(lines: list[str]) -> None:
    """Raise RuleFileError at the first sign that has a line already."""
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        sign = line.partition("\t")[0]
        if sign in seen:
            raise RuleFileError(NAME, number, sign, "a sign named only once")
        seen.add(sign)


def _row(line: str) -> Row:
    bad, off, codes = line.split("\t")
    return int(bad), int(off), tuple(map(_code, codes.split()))


def _code(written: str) -> tuple[str, int]:
    code, _, points = written.partition(":")
    return code, int(points)


def write_points(points: Points) -> str:
    """The text that `read_points` reads back as the same points."""
    lines = (
        "\t".join((sign, str(bad), str(off), " ".join(f"{c}:{p}" for c, p in codes)))
        for sign, (bad, off, codes) in sorted(points.rows.items())
    )
    return "".join(f"{line}\n" for line in lines)
