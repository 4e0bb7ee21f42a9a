"""From the strategy to what its form shows, and back."""

import re
from decimal import Decimal
from typing import Any

from consultancy.strategy_file import Strategy, strategy_from_fields

OUT = "out"
CHANNEL = "channel_"
BAR = "|"
COLON = re.compile(r":\s*(?![\s\d/])(?=\S)")
SAME_NAME = (
    "topics",
    "topics_excluded",
    "languages",
    "markets",
    "goals",
    "lead_time_days",
    "promotional_share_max",
)
TONE = ("register", "address", "emoji", "humour")


def strategy_from_form(data: dict[str, Any], *, name: str, sector: str) -> Strategy:
    """Return the strategy a clean form tells. Raises StrategyFileError."""
    uses = {
        field.removeprefix(CHANNEL): use
        for field, use in data.items()
        if field.startswith(CHANNEL)
    }
    fields: dict[str, Any] = {field: data[field] for field in SAME_NAME} | {
        "id": "strategy",
        "name": name,
        "sector": sector,
        "audience": _said({"who": data["audience"], "ages": _ages(data)}),
        "channels": {c: int(use) for c, use in uses.items() if use and use != OUT},
        "channels_excluded": [c for c, use in uses.items() if use == OUT],
        "tone": _said({part: data[part] for part in TONE}),
        "monthly_budget": _budget(data["budget"], data["currency"]),
        "house_decisions": [_house(line) for line in data["house_decisions"]],
    }
    return strategy_from_fields(_said(fields))


def form_values(strategy: Strategy) -> dict[str, Any]:
    """Return what the form shows of a strategy."""
    ages = strategy.audience.ages or (None, None)
    budget = strategy.monthly_budget
    values: dict[str, Any] = {field: getattr(strategy, field) for field in SAME_NAME}
    values |= {part: getattr(strategy.tone, part) or "" for part in TONE}
    values |= {f"{CHANNEL}{c}": str(n) for c, n in strategy.channels.items()}
    values |= {f"{CHANNEL}{channel}": OUT for channel in strategy.channels_excluded}
    return values | {
        "audience": strategy.audience.who,
        "age_from": ages[0],
        "age_to": ages[1],
        "budget": budget.amount if budget else None,
        "currency": budget.currency if budget else "EUR",
        "house_decisions": [
            _house_line(house.decision, ", ".join(house.keywords))
            for house in strategy.house_decisions
        ],
    }


def meant_with_bar(line: str) -> str:
    """Return how the LINE of a house decision may have been meant, with a bar in place
    of its colon; nothing where a bar stands or the colon is one of a time or address.
    """
    if BAR in line:
        return ""
    decision, *words = COLON.split(line, maxsplit=1)
    return f"{decision.strip()} {BAR} {words[0]}" if words else ""


def _said(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in (None, "", [])}


def _ages(data: dict[str, Any]) -> list[int] | None:
    youngest, oldest = data["age_from"], data["age_to"]
    if youngest is None and oldest is None:
        return None
    return [youngest or 0, 120 if oldest is None else oldest]


def _budget(amount: Decimal | None, currency: str) -> dict[str, str] | None:
    if amount is None:
        return None
    return {"amount": format(amount, "f"), "currency": (currency or "EUR").upper()}


def _house_line(decision: str, keywords: str) -> str:
    # Its own colon is not to be asked about each time the form is sent.
    ends = keywords or meant_with_bar(decision)
    return f"{decision} {BAR} {keywords}".rstrip() if ends else decision


def _house(line: str) -> dict[str, Any]:
    decision, _bar, words = line.partition(BAR)
    keywords = [word.strip() for word in words.split(",") if word.strip()]
    return _said({"decision": decision.strip(), "keywords": keywords})
