"""What each sign of a message weighs, read from one file.

A line a sign: the sign, its points for bad practice, its points for off-strategy, and
its points for the codes, as `code:points` with spaces between; tabs between the parts.
Points are whole hundredths; a message no sign speaks for is fine. `./go points` writes
the file from the messages of tests/data/messages.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from requests_log.triage.rule_values import RuleFileError

NAME = "points.tsv"
_PARTS = 4
_CODES = r"(?:\w+:-?\d+(?: \w+:-?\d+)*)?"
_SOUND = re.compile(rf"(?:#[^\n]*\n|[^#\t\n][^\t\n]*\t-?\d+\t-?\d+\t{_CODES}\n)*+")
Row = tuple[int, int, tuple[tuple[str, int], ...]]


@dataclass(frozen=True)
class Points:
    """The rows of the file by sign: bad practice, off-strategy, each code; and the
    SHA-256 of the file."""

    rows: Mapping[str, Row]
    digest: str = field(default="", compare=False)


NO_POINTS = Points({})


class _Rows(Mapping[str, Row]):
    """Lines by their sign, each read when it is first asked for: a message asks for a
    hundred of some ten thousands."""

    def __init__(self, lines: dict[str, str]) -> None:
        self._lines = lines
        self._read: dict[str, Row] = {}

    def __getitem__(self, sign: str) -> Row:
        row = self._read.get(sign)
        if row is None:
            row = self._read[sign] = _row(self._lines[sign])
        return row

    def __contains__(self, sign: object) -> bool:
        return sign in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def read_points(source: str) -> Points:
    """The points of a file's text. Raises RuleFileError."""
    if not _SOUND.fullmatch(source):
        _refuse(source)
    lines = (line.partition("\t") for line in source.split("\n") if line[:1] != "#")
    rows = {sign: rest for sign, _, rest in lines if sign}
    return Points(_Rows(rows), hashlib.sha256(source.encode()).hexdigest())


def load_points(folder: Path) -> Points:
    """The points beside the rules; none where there is no such file."""
    path = folder / NAME
    return read_points(path.read_text("utf-8")) if path.exists() else NO_POINTS


def _refuse(source: str) -> None:
    """Raise RuleFileError at the first line that is not sound."""
    for number, line in enumerate(source.split("\n"), start=1):
        if not _SOUND.fullmatch(f"{line}\n") and line:
            parts = line.split("\t")
            short = "a sign and three columns"
            expected = "whole numbers" if len(parts) == _PARTS else short
            raise RuleFileError(NAME, number, parts[0], expected)
    raise RuleFileError(NAME, source.count("\n") + 1, "", "a line feed at the end")


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
