"""How right the triage is on messages, the same figures for each writer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from requests_log.triage.engine import triage
from requests_log.triage.findings import VERDICTS
from requests_log.triage.rulebook import Rulebook
from tests.points.messages import Labelled


@dataclass(frozen=True)
class Measure:
    """Shares of one: macro-F1, bad practice caught, fine flagged, right reasons."""

    macro_f1: float
    caught: float
    flagged: float
    reasons: float

    def __str__(self) -> str:
        return (
            f"macro-F1 {self.macro_f1:.3f}  caught {self.caught:.2f}"
            f"  flagged {self.flagged:.2f}  reasons {self.reasons:.2f}"
        )


def measure(messages: Sequence[Labelled], rulebook: Rulebook) -> Measure:
    """Return the figures of these messages, judged by this rulebook."""
    told = [_told(message, rulebook) for message in messages]
    both = list(zip(messages, told, strict=True))
    pairs = [(each.label, verdict) for each, (verdict, _) in both]
    right = [
        not codes.isdisjoint(each.reasons)
        for each, (verdict, codes) in both
        if verdict == each.label != "fine"
    ]
    bad = [given == wanted for wanted, given in pairs if wanted == "bad_practice"]
    fine = [given != wanted for wanted, given in pairs if wanted == "fine"]
    return Measure(macro_f1(pairs), share(bad), share(fine), share(right))


def macro_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """Return the mean over the verdicts of F1, from (wanted, given) pairs."""
    pairs = list(pairs)
    scores = []
    for verdict in VERDICTS:
        hit = sum(wanted == given == verdict for wanted, given in pairs)
        named = sum((wanted, given).count(verdict) for wanted, given in pairs)
        scores.append(2 * hit / named if hit else 0.0)
    return sum(scores) / len(scores)


def share(values: Sequence[bool]) -> float:
    """Return how many of them hold, as a share of one; none of none."""
    return sum(values) / len(values) if values else 0.0


def _told(message, rulebook):
    answer = triage(
        message.text,
        strategy=message.strategy,
        wanted_in_days=message.days,
        rulebook=rulebook,
    )
    return answer.verdict, {found.rule for found in answer.findings}
