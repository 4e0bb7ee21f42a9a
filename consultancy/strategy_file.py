"""The agreed strategy as data, and its careful YAML."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

import yaml

from consultancy.careful_yaml import Items, YamlError, read_yaml
from consultancy.strategy_values import (
    StrategyFileError,
    is_null,
    line_of,
    read_ages,
    read_amount,
    read_choice,
    read_currency,
    read_mapping,
    read_text,
    read_texts,
    read_whole,
    require,
)

MAX_FILE_BYTES = 256 * 1024

__all__ = [
    "Audience",
    "HouseDecision",
    "Money",
    "Strategy",
    "StrategyFileError",
    "Tone",
    "read_strategies",
    "strategy_from_fields",
    "strategy_to_fields",
    "write_strategies",
]


@dataclass(frozen=True)
class Money:
    amount: Decimal
    currency: str


@dataclass(frozen=True)
class Audience:
    ages: tuple[int, int] | None = None
    who: str = ""


@dataclass(frozen=True)
class Tone:
    register: str | None = None
    address: str | None = None
    emoji: str | None = None
    humour: str | None = None


@dataclass(frozen=True)
class HouseDecision:
    decision: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True)
class Strategy:
    """What was agreed with a client; a channel's number is its posts a week."""

    id: str
    name: str
    sector: str = ""
    languages: tuple[str, ...] = ()
    markets: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    audience: Audience = Audience()
    channels: Mapping[str, int] = field(default_factory=dict)
    channels_excluded: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    topics_excluded: tuple[str, ...] = ()
    tone: Tone = Tone()
    monthly_budget: Money | None = None
    lead_time_days: int | None = None
    promotional_share_max: int | None = None
    house_decisions: tuple[HouseDecision, ...] = ()


def read_strategies(text: str) -> tuple[Strategy, ...]:
    """The strategies of a YAML list. Raises StrategyFileError."""
    try:
        value = read_yaml(text, max_bytes=MAX_FILE_BYTES)
    except YamlError as error:
        raise StrategyFileError(error.line, error.field, error.code) from error
    if not isinstance(value, Items):
        raise StrategyFileError(value.line, "", "not_a_list", "a list of strategies")
    strategies = tuple(_strategy(item, item.line) for item in value)
    seen: set[str] = set()
    for strategy, item in zip(strategies, value, strict=True):
        if strategy.id in seen:
            raise StrategyFileError(item.line, "id", "repeated", "an id used once")
        seen.add(strategy.id)
    return strategies


def write_strategies(strategies: Iterable[Strategy]) -> str:
    """YAML that `read_strategies` reads back as the same strategies."""
    fields = [strategy_to_fields(strategy) for strategy in strategies]
    return yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=100)


def strategy_to_fields(strategy: Strategy) -> dict[str, Any]:
    """JSON-safe fields; what is not agreed is left out."""
    budget, tone = strategy.monthly_budget, strategy.tone
    fields: dict[str, Any] = {
        "id": strategy.id,
        "name": strategy.name,
        "sector": strategy.sector,
        "languages": list(strategy.languages),
        "markets": list(strategy.markets),
        "goals": list(strategy.goals),
        "audience": _present(
            {"ages": list(strategy.audience.ages or ()), "who": strategy.audience.who}
        ),
        "channels": dict(strategy.channels),
        "channels_excluded": list(strategy.channels_excluded),
        "topics": list(strategy.topics),
        "topics_excluded": list(strategy.topics_excluded),
        "tone": _present({**tone.__dict__}),
        "monthly_budget": budget
        and {"amount": format(budget.amount, "f"), "currency": budget.currency},
        "lead_time_days": strategy.lead_time_days,
        "promotional_share_max": strategy.promotional_share_max,
        "house_decisions": [
            _present({"decision": house.decision, "keywords": list(house.keywords)})
            for house in strategy.house_decisions
        ],
    }
    return _present(fields)


def strategy_from_fields(fields: Mapping[str, Any]) -> Strategy:
    """The inverse of `strategy_to_fields`. Raises StrategyFileError."""
    return _strategy(fields, None)


def _present(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value for name, value in fields.items() if value not in (None, "", [], {})
    }


def _strategy(value: Any, line: int | None) -> Strategy:
    fields = read_mapping(value, line, "", tuple(_READERS))
    require(fields, line, ("id", "name"))
    if "monthly_budget" in fields and "monthly_budget_eur" in fields:
        at = line_of(fields, "monthly_budget_eur")
        raise StrategyFileError(at, "monthly_budget_eur", "repeated")
    read: dict[str, Any] = {}
    for name, raw in fields.items():
        target = "monthly_budget" if name == "monthly_budget_eur" else name
        if not is_null(raw):
            read[target] = _READERS[name](raw, line_of(fields, name), name)
    return Strategy(**read)


def _audience(value: Any, line: int | None, name: str) -> Audience:
    fields = read_mapping(value, line, name, ("ages", "who"))
    read: dict[str, Any] = {}
    if "ages" in fields:
        read["ages"] = read_ages(fields["ages"], line_of(fields, "ages"))
    if "who" in fields:
        read["who"] = read_text(fields["who"], line_of(fields, "who"), "who")
    return Audience(**read)


def _channels(value: Any, line: int | None, name: str) -> dict[str, int]:
    fields = read_mapping(value, line, name, ())
    return {
        read_text(channel, line, name): read_whole(
            ceiling, line_of(fields, channel) or line, str(channel), 200
        )
        for channel, ceiling in fields.items()
    }


def _tone(value: Any, line: int | None, name: str) -> Tone:
    fields = read_mapping(value, line, name, tuple(_TONE))
    return Tone(
        **{
            part: read_choice(raw, line_of(fields, part), part, _TONE[part])
            for part, raw in fields.items()
        }
    )


def _budget(value: Any, line: int | None, name: str) -> Money:
    if name == "monthly_budget_eur":
        return Money(read_amount(value, line, name), "EUR")
    fields = read_mapping(value, line, name, ("amount", "currency"))
    require(fields, line, ("amount", "currency"))
    currency = read_currency(fields["currency"], line_of(fields, "currency"))
    amount = read_amount(fields["amount"], line_of(fields, "amount"), "amount")
    return Money(amount, currency)


def _houses(value: Any, line: int | None, name: str) -> tuple[HouseDecision, ...]:
    if not isinstance(value, (list, tuple)):
        raise StrategyFileError(line, name, "not_a_list", "[{decision, keywords}]")
    return tuple(_house(item, getattr(item, "line", line), name) for item in value)


def _house(value: Any, line: int | None, name: str) -> HouseDecision:
    fields = read_mapping(value, line, name, ("decision", "keywords"))
    require(fields, line, ("decision",))
    decision = read_text(fields["decision"], line_of(fields, "decision"), "decision")
    keywords = fields.get("keywords", ())
    at = line_of(fields, "keywords") if "keywords" in fields else line
    return HouseDecision(decision, read_texts(keywords, at, "keywords"))


_TONE = {
    "register": ("formal", "neutral", "informal"),
    "address": ("usted", "tu"),
    "emoji": ("none", "few", "many"),
    "humour": ("yes", "no"),
}
_READERS: dict[str, Callable[[Any, int | None, str], Any]] = {
    "id": read_text,
    "name": read_text,
    "sector": read_text,
    "languages": read_texts,
    "markets": read_texts,
    "goals": read_texts,
    "audience": _audience,
    "channels": _channels,
    "channels_excluded": read_texts,
    "topics": read_texts,
    "topics_excluded": read_texts,
    "tone": _tone,
    "monthly_budget": _budget,
    "monthly_budget_eur": _budget,
    "lead_time_days": partial(read_whole, most=365),
    "promotional_share_max": partial(read_whole, most=100),
    "house_decisions": _houses,
}
