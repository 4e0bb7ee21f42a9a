"""From the joins as written, "nobody > notices", to the joins as run."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from consultancy.careful_yaml import Fields
from requests_log.triage.joins import EITHER, ORDERED, REACH, Join, Step
from requests_log.triage.rule_values import Source

_SIGN = re.compile(rf"[{ORDERED}{EITHER}][0-9]{{0,3}}")
_EXPECTED = 'concepts with > or + between, as in "nobody > notices" or "a +9 b"'


def read_joins(
    concepts: Mapping[str, Fields],
    sources: Mapping[str, Source],
    numbers: Mapping[str, int],
    parents: Mapping[str, tuple[int, ...]],
) -> tuple[Join, ...]:
    """All joins, those that others build on first. Raises RuleFileError."""
    found = [
        join
        for name, fields in concepts.items()
        if "joins" in fields
        for join in _joins(fields, sources[name], numbers, parents[name])
    ]
    return tuple(_built_upon_first(found))


def _joins(
    fields: Fields,
    source: Source,
    numbers: Mapping[str, int],
    names: tuple[int, ...],
) -> Iterator[Join]:
    value = fields["joins"]
    for written in source.phrases(value, "joins"):
        words = written.split()
        steps = list(pairwise(words))[1::2]
        known = all(word in numbers for word in words[::2])
        signs = all(_is_sign(sign) for sign, _ in steps)
        if len(words) % 2 == 0 or not steps or not known or not signs:
            raise source.refuse(value.line, written, _EXPECTED)
        yield Join(
            numbers[words[0]],
            tuple(_step(sign, numbers[name]) for sign, name in steps),
            names,
        )


def _is_sign(sign: str) -> bool:
    return _SIGN.fullmatch(sign) is not None


def _step(sign: str, concept: int) -> Step:
    words = int(sign[1:]) if len(sign) > 1 else REACH[sign[0]]
    return Step(concept, words, sign[0] == ORDERED)


def _built_upon_first(joins: list[Join]) -> Iterator[Join]:
    """A join may use what another names; a circle ends where it is met again."""
    naming: dict[int, list[Join]] = {}
    for join in joins:
        for name in join.names:
            naming.setdefault(name, []).append(join)
    done: set[Join] = set()

    def visit(join: Join) -> Iterator[Join]:
        if join not in done:
            done.add(join)
            for part in join.parts:
                for other in naming.get(part, ()):
                    yield from visit(other)
            yield join

    for join in joins:
        yield from visit(join)
