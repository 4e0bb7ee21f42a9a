"""What one version of a strategy has that another has not, field by field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from consultancy.strategy_file import Money, Strategy

Items = Mapping[str, str]


@dataclass(frozen=True)
class Change:
    """A field that differs. Items are (key, value) as ("instagram", "4").

    An altered one, with the same key, is (key, value before, value after).
    """

    field: str
    added: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]
    altered: tuple[tuple[str, str, str], ...]


def changes_between(before: Strategy, after: Strategy) -> tuple[Change, ...]:
    """Return the fields that differ; the order of a list is no difference, nor is
    whose strategy it is."""
    old, new = items_of(before), items_of(after)
    return tuple(
        _change(field, old[field], new[field])
        for field in old
        if old[field] != new[field]
    )


def items_of(strategy: Strategy) -> dict[str, Items]:
    """Return every field as items; where there is but one value its key is empty."""
    ages = strategy.audience.ages
    return {
        "goals": _each(strategy.goals),
        "audience": _said(
            {
                "who": _plain(strategy.audience.who),
                "ages": f"{ages[0]}-{ages[1]}" if ages else "",
            }
        ),
        "languages": _each(strategy.languages),
        "markets": _each(strategy.markets),
        "channels": {channel: str(n) for channel, n in strategy.channels.items()},
        "channels_excluded": _each(strategy.channels_excluded),
        "topics": _each(strategy.topics),
        "topics_excluded": _each(strategy.topics_excluded),
        "tone": _said(
            {
                "register": strategy.tone.register or "",
                "address": strategy.tone.address or "",
                "emoji": strategy.tone.emoji or "",
                "humour": strategy.tone.humour or "",
            }
        ),
        "monthly_budget": _said({"": _money(strategy.monthly_budget)}),
        "lead_time_days": _said({"": _number(strategy.lead_time_days)}),
        "promotional_share_max": _said({"": _number(strategy.promotional_share_max)}),
        "house_decisions": {
            _plain(house.decision): ", ".join(map(_plain, house.keywords))
            for house in strategy.house_decisions
        },
    }


def _change(field: str, old: Items, new: Items) -> Change:
    return Change(
        field=field,
        added=tuple((key, new[key]) for key in new if key not in old),
        removed=tuple((key, old[key]) for key in old if key not in new),
        altered=tuple(
            (key, old[key], new[key])
            for key in old
            if key in new and old[key] != new[key]
        ),
    )


def _each(items: Iterable[str]) -> Items:
    return dict.fromkeys(map(_plain, items), "")


def _plain(text: str) -> str:
    """Return TEXT as a form gives it back: a blank more or less is no difference."""
    return " ".join(text.split())


def _said(items: Items) -> Items:
    return {key: value for key, value in items.items() if value}


def _money(budget: Money | None) -> str:
    if budget is None:
        return ""
    return f"{format(budget.amount.normalize(), 'f')} {budget.currency}"


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
