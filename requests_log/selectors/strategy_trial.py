"""What a strategy that is being written would say of a message nobody has sent."""

from dataclasses import dataclass

from consultancy.models import Client
from consultancy.selectors.reader import reading_language
from consultancy.selectors.strategy_lines import field_name, readable
from consultancy.strategy_file import Strategy
from requests_log.triage.engine import triage
from requests_log.triage.findings import Finding
from requests_log.triage.rulebook import Rulebook

from .marked_text import Mark, Segment, segments
from .own_rules import rulebook_for
from .silence import silenced_for, without


@dataclass(frozen=True)
class StrategyTrial:
    """`language` is None where no rule could read the message. `broken` are lines of
    the strategy, (field, line) as people read them; `others` are the titles of rules
    that speak whatever was agreed."""

    language: str | None
    segments: list[Segment]
    broken: list[tuple[str, str]]
    others: list[str]


def try_strategy(text: str, strategy: Strategy, *, client: Client) -> StrategyTrial:
    """Return which lines of STRATEGY object to TEXT, by today's rules for CLIENT."""
    rules = rulebook_for(client)
    answer = triage(text, strategy=strategy, wanted_in_days=None, rulebook=rules)
    found = without(answer, silenced_for(client)).findings
    lines = [
        (field_name(each.strategy_field), readable(each.strategy_field, line))
        for each in found
        if each.strategy_field and (line := each.strategy_line) is not None
    ]
    others = [_title(each, rules) for each in found if not each.strategy_field]
    return StrategyTrial(
        language=answer.language,
        segments=segments(text, _marks(found, rules)),
        broken=list(dict.fromkeys(lines)),
        others=list(dict.fromkeys(others)),
    )


def _marks(found: tuple[Finding, ...], rules: Rulebook) -> list[Mark]:
    return [
        Mark(span.start, span.end, each.rule, _title(each, rules), each.verdict)
        for each in found
        for span in each.spans
    ]


def _title(found: Finding, rules: Rulebook) -> str:
    return rules.rule(found.rule).title[reading_language()]
