"""The strategies to start from, as somebody may choose among them."""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

from consultancy.models import Client
from consultancy.strategy_file import Strategy
from consultancy.strategy_templates import (
    StrategyTemplate,
    load_templates,
    suggested,
)

from .reader import reading_language


@dataclass(frozen=True)
class Choice:
    """A template by its name in the reader's language."""

    code: str
    name: str
    is_suggested: bool


@lru_cache(maxsize=1)
def strategy_templates() -> tuple[StrategyTemplate, ...]:
    """Return the shipped templates, read once a process."""
    return load_templates(settings.SEEDS_DIR / "strategies")


def template_choices(client: Client) -> list[Choice]:
    """Return every template by name, and which one the client's sector suggests."""
    language = reading_language()
    best = suggested(strategy_templates(), client.sector)
    choices = [
        Choice(template.code, template.names[language], template is best)
        for template in strategy_templates()
    ]
    return sorted(choices, key=lambda choice: choice.name)


def template_strategy(client: Client, code: str) -> Strategy | None:
    """Return that template in the language of the client's letters."""
    for template in strategy_templates():
        if template.code == code:
            return template.strategies[client.language]
    return None
