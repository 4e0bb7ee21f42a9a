"""What rules brought from elsewhere name that is not known here."""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from consultancy.careful_yaml import Items
from consultancy.strategy_values import StrategyFileError
from requests_log.triage.own_rule import OwnRule


@dataclass(frozen=True)
class Known:
    """What may be named: ideas, and clients by the KEY of a name."""

    ideas: Container[str]
    clients: Container[str]
    key: Callable[[str], str]


def refuse_strangers(written: Items, rules: Sequence[OwnRule], known: Known) -> None:
    """Refuse a name used twice, an unknown client or idea; WRITTEN is what RULES were
    read from. Raises StrategyFileError naming line and field."""
    names: set[str] = set()
    for fields, rule in zip(written, rules, strict=True):
        name = known.key(rule.name)
        if name in names:
            raise StrategyFileError(fields.line, "name", "repeated", rule.name)
        names.add(name)
        for idea in _ideas(fields):
            if idea not in known.ideas:
                raise StrategyFileError(idea.line, "ideas", "unknown_idea")
        for client in _items(fields, "clients"):
            if known.key(client.strip()) not in known.clients:
                raise StrategyFileError(client.line, "clients", "unknown_client")


def _ideas(fields: Any) -> Iterator[Any]:
    for way in fields["when"]:
        for heard in (*way["groups"], way.get("without", {})):
            yield from _items(heard, "ideas")


def _items(fields: Any, name: str) -> Any:
    return fields.get(name, ())
