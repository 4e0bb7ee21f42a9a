"""What a strategy that is being written would say of a message nobody has sent."""

from collections.abc import Iterable
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
    the strategy, and `aside` those that were heard and set aside, (field, line) as
    people read them; `others` are the titles of rules that speak whatever was agreed.
    """

    language: str | None
    segments: list[Segment]
    broken: list[tuple[str, str]]
    aside: list[tuple[str, str]]
    others: list[str]


def try_strategy(text: str, strategy: Strategy, *, client: Client) -> StrategyTrial:
    """Return which lines of STRATEGY object to TEXT, by today's rules for CLIENT."""
    rules = rulebook_for(client)
    answer = triage(text, strategy=strategy, wanted_in_days=None, rulebook=rules)
    answer = without(answer, silenced_for(client))
    broken = _lines(answer.findings)
    aside = [each.finding for each in answer.set_aside if each.finding.strategy_field]
    apart = [each for each in answer.findings if not each.strategy_field]
    return StrategyTrial(
        language=answer.language,
        segments=segments(text, _marks([*answer.findings, *aside], rules)),
        broken=broken,
        aside=[line for line in _lines(aside) if line not in broken],
        others=list(dict.fromkeys(_title(each, rules) for each in apart)),
    )


def _lines(found: Iterable[Finding]) -> list[tuple[str, str]]:
    lines = (
        (field_name(each.strategy_field), readable(each.strategy_field, line))
        for each in found
        if each.strategy_field and (line := each.strategy_line) is not None
    )
    return list(dict.fromkeys(lines))


def _marks(found: Iterable[Finding], rules: Rulebook) -> list[Mark]:
    return [
        Mark(span.start, span.end, each.rule, _title(each, rules), each.verdict)
        for each in found
        for span in each.spans
    ]


def _title(found: Finding, rules: Rulebook) -> str:
    return rules.rule(found.rule).title[reading_language()]
