"""What the engine says: frozen, and quoting the original text."""

from dataclasses import dataclass

VERDICTS = ("bad_practice", "off_strategy", "fine")
SEVERITIES = ("unlawful", "platform_rules", "harmful", "strategy")


@dataclass(frozen=True, order=True)
class Span:
    """Signs [start, end) of the original text."""

    start: int
    end: int


@dataclass(frozen=True)
class Finding:
    """A rule that fired; `strategy_line` is the very value it breaks.

    A `weighed` one met none of the rule's conditions: the signs of the message speak
    for it together, and the spans are those that weigh most.
    """

    rule: str
    verdict: str
    severity: str
    spans: tuple[Span, ...]
    strategy_field: str | None = None
    strategy_line: str | None = None
    weighed: bool = False


@dataclass(frozen=True)
class SetAside:
    """A finding heard but not held, and the cue that spoke for it."""

    finding: Finding
    cue: str
    cue_span: Span | None


@dataclass(frozen=True)
class Triage:
    """The answer; `language` is None when no rule could read the text."""

    verdict: str
    findings: tuple[Finding, ...]
    set_aside: tuple[SetAside, ...]
    rulebook_fingerprint: str
    language: str | None


def worst_first(finding: Finding) -> tuple[int, bool, int, str, str]:
    """The order of findings: by verdict; certain before weighed, which may speak of
    what nobody asked; by severity."""
    return (
        VERDICTS.index(finding.verdict),
        finding.weighed,
        SEVERITIES.index(finding.severity),
        finding.rule,
        finding.strategy_line or "",
    )
