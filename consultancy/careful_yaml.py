"""YAML read with care: text stays text, every value knows its line, no tricks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

MAX_BYTES = 64 * 1024
MAX_DEPTH = 12
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlError(Exception):
    """A text refused; `line` is None when no line can be named."""

    def __init__(self, line: int | None, field: str, code: str) -> None:
        super().__init__(
            f"line {line}: {field}: {code}" if line else f"{field}: {code}"
        )
        self.line = line
        self.field = field
        self.code = code


class Text(str):
    """A scalar as written; `plain` tells it stood without quotes."""

    line: int
    plain: bool


class Items(list["Value"]):
    line: int


class Fields(dict[str, "Value"]):
    line: int
    lines: dict[str, int]


Value = Text | Items | Fields
Events = Iterator[yaml.Event]
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True)
class _Place:
    field: str
    depth: int


def read_yaml(source: str, *, max_bytes: int = MAX_BYTES) -> Value:
    """The one document of `source`, scalars as text. Raises YamlError."""
    _refuse_unreadable(source, max_bytes)
    events = yaml.parse(source, Loader=_LOADER)
    try:
        next(events)
        if isinstance(next(events), yaml.StreamEndEvent):
            raise YamlError(None, "", "empty")
        value = _value(next(events), events, _Place("", 0))
        next(events)
        if not isinstance(next(events), yaml.StreamEndEvent):
            raise YamlError(None, "", "several_documents")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise YamlError(mark.line + 1 if mark else None, "", "syntax") from error
    except yaml.YAMLError as error:
        raise YamlError(None, "", "syntax") from error
    return value


def _refuse_unreadable(source: str, max_bytes: int) -> None:
    unreadable = _UNREADABLE.search(source)
    if unreadable:
        line = source.count("\n", 0, unreadable.start()) + 1
        raise YamlError(line, "", "unreadable_character")
    if len(source.encode()) > max_bytes:
        raise YamlError(None, "", "too_large")


def _value(event: yaml.Event, events: Events, place: _Place) -> Value:
    line = _line(event)
    if place.depth > MAX_DEPTH:
        raise YamlError(line, place.field, "too_deep")
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise YamlError(line, place.field, "alias")
    if getattr(event, "tag", None) not in (None, "!"):
        raise YamlError(line, place.field, "tag")
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event, line)
    if isinstance(event, yaml.SequenceStartEvent):
        return _items(events, place, line)
    return _fields(events, place, line)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _scalar(event: yaml.ScalarEvent, line: int) -> Text:
    text = Text(event.value)
    text.line = line
    text.plain = not event.style
    return text


def _items(events: Events, place: _Place, line: int) -> Items:
    items = Items()
    items.line = line
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        items.append(_value(event, events, _Place(place.field, place.depth + 1)))
    return items


def _fields(events: Events, place: _Place, line: int) -> Fields:
    fields = Fields()
    fields.line, fields.lines = line, {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key_line = _line(event)
        if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            raise YamlError(key_line, place.field, "key_not_text")
        key = _value(event, events, place)
        if key in fields:
            raise YamlError(key_line, str(key), "duplicate_key")
        fields.lines[str(key)] = key_line
        below = _Place(str(key), place.depth + 1)
        fields[str(key)] = _value(next(events), events, below)
    return fields
