"""What each sign of a message weighs, read from one file.

A line a sign: the sign, its points for bad practice, its points for off-strategy, and
its points for the codes, as `code:points` with spaces between; tabs between the parts.
Points are whole hundredths; a message no sign speaks for is fine. `./go points` writes
the file from the messages of tests/data/messages.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from requests_log.triage.rule_values import RuleFileError

NAME = "points.tsv"
_PARTS = 4
Row = tuple[int, int, tuple[tuple[str, int], ...]]


@dataclass(frozen=True)
class Points:
    """The rows of the file by sign: bad practice, off-strategy, each code."""

    rows: Mapping[str, Row]


NO_POINTS = Points({})


def read_points(source: str) -> Points:
    """The points of a file's text. Raises RuleFileError."""
    return Points(dict(_rows(source)))


def load_points(folder: Path) -> Points:
    """The points beside the rules; none where there is no such file."""
    path = folder / NAME
    return read_points(path.read_text("utf-8")) if path.exists() else NO_POINTS


def _rows(source: str) -> Iterator[tuple[str, Row]]:
    for number, line in enumerate(source.splitlines(), start=1):
        parts = line.split("\t")
        if line[:1] == "#":
            continue
        if len(parts) != _PARTS:
            raise RuleFileError(NAME, number, parts[0], "a sign and three columns")
        sign, bad, off, codes = parts
        try:
            told = tuple(map(_code, codes.split())) if codes else ()
            yield sign, (int(bad), int(off), told)
        except ValueError as error:
            raise RuleFileError(NAME, number, sign, "whole numbers") from error


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
