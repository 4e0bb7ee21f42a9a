"""A line of the strategy as a sentence: what was agreed, and when."""

from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.strategy_file import Strategy, Tone

FIELD_NAMES = {
    "audience": gettext_lazy("Audience"),
    "channels": gettext_lazy("Channels and posts a week"),
    "channels_excluded": gettext_lazy("Channels left out"),
    "goals": gettext_lazy("Goals"),
    "house_decisions": gettext_lazy("House decisions"),
    "languages": gettext_lazy("Languages"),
    "lead_time_days": gettext_lazy("Days of notice"),
    "markets": gettext_lazy("Markets"),
    "monthly_budget": gettext_lazy("Monthly budget"),
    "promotional_share_max": gettext_lazy("Promotional posts, at most (%)"),
    "tone": gettext_lazy("Tone"),
    "topics": gettext_lazy("Topics"),
    "topics_excluded": gettext_lazy("Topics left out"),
}


def field_name(field: str) -> str:
    """Return how a field of the strategy is called on screens and in letters."""
    return str(FIELD_NAMES.get(field.split(".", maxsplit=1)[0], field))


def line_sentence(field: str, line: str, *, on: date, agreed: bool) -> str:
    """Return "Channels left out: TikTok (agreed on 3 March 2026)." and the like."""
    values = {
        "field": field_name(field),
        "line": line,
        "date": formats.date_format(on, "DATE_FORMAT"),
    }
    if agreed:
        return _("%(field)s: %(line)s (agreed on %(date)s).") % values
    return _("%(field)s: %(line)s (noted by the consultant on %(date)s).") % values


def strategy_summary(strategy: Strategy) -> list[tuple[str, str]]:
    """Return what was agreed as (field's name, value) pairs; silent fields left out."""
    budget, ages = strategy.monthly_budget, strategy.audience.ages
    audience = f"{ages[0]}-{ages[1]}" if ages else ""
    values = {
        "goals": ", ".join(strategy.goals),
        "audience": ", ".join(filter(None, [audience, strategy.audience.who])),
        "languages": ", ".join(strategy.languages),
        "markets": ", ".join(strategy.markets),
        "channels": ", ".join(f"{c} {n}" for c, n in strategy.channels.items()),
        "channels_excluded": ", ".join(strategy.channels_excluded),
        "topics": ", ".join(strategy.topics),
        "topics_excluded": ", ".join(strategy.topics_excluded),
        "tone": _tone(strategy.tone),
        "monthly_budget": f"{budget.amount:f} {budget.currency}" if budget else "",
        "lead_time_days": _number(strategy.lead_time_days),
        "promotional_share_max": _number(strategy.promotional_share_max),
        "house_decisions": "; ".join(h.decision for h in strategy.house_decisions),
    }
    return [(field_name(field), value) for field, value in values.items() if value]


def _tone(tone: Tone) -> str:
    said = {
        gettext_lazy("register"): tone.register,
        gettext_lazy("form of address"): tone.address,
        gettext_lazy("emoji"): tone.emoji,
        gettext_lazy("humour"): tone.humour,
    }
    return ", ".join(f"{part}: {value}" for part, value in said.items() if value)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
