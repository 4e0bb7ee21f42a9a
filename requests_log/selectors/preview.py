"""What triage would say of a message that is still being typed."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from consultancy.models import Client

from .finding_rows import finding_rows
from .finding_view import FindingView, finding_view, marks_of
from .judge import judge
from .kin import Earlier, asked_before, worst_rules
from .marked_text import Segment, segments


@dataclass(frozen=True)
class Preview:
    """A triage nobody has stored; `language` None where no rule could read it."""

    verdict: str
    language: str | None
    segments: list[Segment]
    findings: list[FindingView]
    set_aside: list[FindingView]
    earlier: list[Earlier]

    @property
    def objecting(self) -> int:
        """How many rules object; one may name several lines of the strategy."""
        return len({finding.rule for finding in self.findings})

    @property
    def is_unread(self) -> bool:
        """Whether no rule knew the language."""
        return self.language is None


def preview_of(
    text: str, *, client: Client | None, wanted_on: date | None, now: datetime
) -> Preview:
    judgement = judge(text, client=client, wanted_on=wanted_on, today=localdate(now))
    rows = finding_rows(judgement)
    rules = worst_rules([row for row in rows if not row.set_aside])
    views = [finding_view(row, text, judgement.strategy) for row in rows]
    return Preview(
        verdict=judgement.triage.verdict,
        language=judgement.triage.language,
        segments=segments(text, marks_of(row for row in rows if not row.set_aside)),
        findings=[view for view in views if not view.cue],
        set_aside=[view for view in views if view.cue],
        earlier=asked_before(client, rules=rules, until=now)
        if client and rules
        else [],
    )
