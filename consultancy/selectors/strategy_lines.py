"""Lines of the strategy as people read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from consultancy.strategy_changes import Change, items_of
from consultancy.strategy_file import Money, Strategy

from .strategy_words import (
    CHANNELS,
    GOALS,
    MARKETS,
    TONE,
    language_name,
    word,
)

FIELD_NAMES = {
    "audience": gettext_lazy("Audience"),
    "channels": gettext_lazy("Channels and posts a week"),
    "channels_excluded": gettext_lazy("Channels left out"),
    "goals": gettext_lazy("Goals"),
    "house_decisions": gettext_lazy("House decisions"),
    "languages": gettext_lazy("Languages"),
    "lead_time_days": gettext_lazy("Notice needed"),
    "markets": gettext_lazy("Markets"),
    "monthly_budget": gettext_lazy("Monthly budget"),
    "promotional_share_max": gettext_lazy("Promotional posts, at most"),
    "tone": gettext_lazy("Tone"),
    "topics": gettext_lazy("Topics"),
    "topics_excluded": gettext_lazy("Topics left out"),
}


def field_name(field: str) -> str:
    """Return how a field of the strategy is called on screens and in letters."""
    return str(FIELD_NAMES.get(field, field))


def readable(field: str, line: str) -> str:
    """Return a line as the engine names it, its codes and numbers in words."""
    if field == "lead_time_days" and line.isdigit():
        days = {"days": int(line)}
        return ngettext("%(days)s day", "%(days)s days", days["days"]) % days
    if field == "promotional_share_max":
        return f"{line} %"
    return ", ".join(_item(field, item) for item in line.split(", "))


def _item(field: str, item: str) -> str:
    code, _space, rest = item.partition(" ")
    if field in {"channels", "channels_excluded"}:
        return " ".join(filter(None, [word(CHANNELS, code), rest]))
    if field == "goals":
        return word(GOALS, item)
    if field == "languages":
        return language_name(item)
    if field == "markets":
        return word(MARKETS, item)
    part, _colon, value = item.partition(": ")
    if field == "tone" and part in TONE:
        name, words = TONE[part]
        return f"{name}: {word(words, value)}"
    return item


@dataclass(frozen=True)
class ChangeWords:
    """What became of one field, each item in words; altered: (before, after)."""

    field: str
    added: list[str]
    removed: list[str]
    altered: list[tuple[str, str]]


def change_words(changes: Iterable[Change]) -> list[ChangeWords]:
    """Return the changes as their reader says them."""
    return [
        ChangeWords(
            field=field_name(change.field),
            added=[item_words(change.field, *item) for item in change.added],
            removed=[item_words(change.field, *item) for item in change.removed],
            altered=[
                (
                    item_words(change.field, key, before),
                    item_words(change.field, key, after),
                )
                for key, before, after in change.altered
            ],
        )
        for change in changes
    ]


class Line(NamedTuple):
    """What a field of the strategy says."""

    name: str
    items: list[str]

    @property
    def together(self) -> str:
        """The items in one line; none is cut in two by its own commas."""
        separator = "; " if any(", " in item for item in self.items) else ", "
        return separator.join(self.items)


def strategy_lines(strategy: Strategy) -> list[Line]:
    """Return all that was agreed, field by field; silent ones are left out."""
    return [
        Line(field_name(field), [item_words(field, *item) for item in items.items()])
        for field, items in items_of(strategy).items()
        if items
    ]


def item_words(field: str, key: str, value: str) -> str:
    """Return an item of `strategy_changes.items_of` in words."""
    if field == "house_decisions":
        return f"{key} ({value})" if value else key
    if field == "audience":
        return _years(*value.split("-")) if key == "ages" else value
    if field == "monthly_budget":
        amount, currency = value.split(" ")
        return _money(Money(Decimal(amount), currency))
    if field in {"lead_time_days", "promotional_share_max"}:
        return readable(field, value)
    if field == "tone":
        return _item(field, f"{key}: {value}")
    return _item(field, f"{key} {value}".strip())


def _years(first: object, last: object) -> str:
    return _("%(first)s to %(last)s years") % {"first": first, "last": last}


def _money(budget: Money) -> str:
    return f"{formats.number_format(budget.amount.normalize())} {budget.currency}"
