"""Every rule's own examples, run through the engine."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from requests_log.triage.engine import triage
from requests_log.triage.points import NO_POINTS
from requests_log.triage.rulebook import Rulebook


@dataclass(frozen=True)
class Misbehaviour:
    """An example that did not do what its rule says of it."""

    rule: str
    line: int
    text: str
    should_fire: bool


def misbehaving(rulebook: Rulebook) -> Iterator[Misbehaviour]:
    """Examples that stay quiet and should fire, or fire and should not.

    They are the rule's own: what the signs of so short a message weigh is left out.
    """
    rulebook = replace(rulebook, points=NO_POINTS)
    for rule in rulebook.rules:
        for example in rule.examples:
            answer = triage(
                example.text,
                strategy=rule.example_strategy,
                wanted_in_days=example.wanted_in_days,
                rulebook=rulebook,
            )
            fired = any(finding.rule == rule.code for finding in answer.findings)
            if fired != example.fires:
                yield Misbehaviour(rule.code, example.line, example.text, example.fires)
