"""Which requests of the past another strategy would have judged otherwise."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import tzinfo

from django.utils import timezone

from consultancy.models import Client, StrategyVersion
from consultancy.strategy_changes import changes_between
from consultancy.strategy_file import Strategy
from requests_log.models import ClientRequest
from requests_log.triage.engine import triage
from requests_log.triage.findings import Triage
from requests_log.triage.rulebook import Rulebook

from .own_rules import rulebook_for
from .rulebook import title_of
from .silence import silenced_for, without

MOST_READ = 500
# Long mails take their time: a second or so, however much was written.
MOST_CHARACTERS = 200_000
MOST_SHOWN = 30
FEW = 3


@dataclass(frozen=True)
class Reason:
    """A rule that objects, and the first of the words that make it."""

    title: str
    quotes: list[str]


@dataclass(frozen=True)
class Rules:
    """The rules for a client, and those of them that are switched off."""

    book: Rulebook
    silenced: frozenset[str]


@dataclass(frozen=True)
class Reading:
    """What the rules say by one strategy."""

    verdict: str
    reasons: list[Reason]


@dataclass(frozen=True)
class Shift:
    """A request that would be read otherwise than it would be today."""

    request: ClientRequest
    before: Reading
    after: Reading


@dataclass(frozen=True)
class WhatIf:
    """What a change would have done to the newest READ requests.

    `left_out` where there are older ones; `turns` counts by (verdict by what is in
    force, verdict by the change), most first.
    """

    read: int
    left_out: bool
    count: int
    turns: list[tuple[str, str, int]]
    shifts: list[Shift]
    nothing_changed: bool = False

    @property
    def unlisted(self) -> int:
        return self.count - len(self.shifts)


def what_if(
    client: Client,
    strategy: Strategy,
    *,
    version: StrategyVersion | None,
    zone: tzinfo,
) -> WhatIf:
    """Read the client's newest requests by STRATEGY and by the VERSION in force, both
    by today's rules. Nothing is stored: what was judged stays as it was."""
    in_force = version.strategy if version else None
    if in_force and not changes_between(in_force, strategy):
        return WhatIf(0, False, 0, [], [], nothing_changed=True)
    rows = _newest(client)
    rules = Rules(rulebook_for(client), silenced_for(client))
    requests = list(_as_many_as_bearable(rows[:MOST_READ]))
    shifts = [
        shift
        for request in requests
        if (shift := _shift(request, in_force, strategy, zone, rules))
    ]
    turns = Counter((shift.before.verdict, shift.after.verdict) for shift in shifts)
    return WhatIf(
        read=len(requests),
        left_out=len(rows) > len(requests),
        count=len(shifts),
        turns=[(*turn, number) for turn, number in turns.most_common()],
        shifts=shifts[:MOST_SHOWN],
    )


def _newest(client: Client) -> list[ClientRequest]:
    rows = ClientRequest.objects.of(client.consultant).filter(client=client)
    rows = rows.select_related("triage").only(
        *("text", "received_at", "wanted_on", "triage__at")
    )
    return list(rows.order_by("-received_at", "-pk")[: MOST_READ + 1])


def _as_many_as_bearable(rows: Iterable[ClientRequest]) -> Iterator[ClientRequest]:
    characters = 0
    for row in rows:
        characters += len(row.text)
        if characters > MOST_CHARACTERS:
            return
        yield row


def _shift(
    request: ClientRequest,
    in_force: Strategy | None,
    strategy: Strategy,
    zone: tzinfo,
    rules: Rules,
) -> Shift | None:
    before = _read(request, in_force, zone, rules)
    after = _read(request, strategy, zone, rules)
    if _gist(before) == _gist(after):
        return None
    book = rules.book
    return Shift(
        request, _reading(request, before, book), _reading(request, after, book)
    )


def _read(
    request: ClientRequest,
    strategy: Strategy | None,
    zone: tzinfo,
    rules: Rules,
) -> Triage:
    days = None
    if request.wanted_on:
        # As many as were left on the day it was first read.
        day = timezone.localdate(request.triage.at, zone)
        days = (request.wanted_on - day).days
    answer = triage(
        request.text, strategy=strategy, wanted_in_days=days, rulebook=rules.book
    )
    return without(answer, rules.silenced)


def _gist(answer: Triage) -> set[tuple[object, ...]]:
    """Return what must differ; that a line is worded anew moves nothing."""
    return {
        (finding.rule, finding.strategy_field, finding.spans)
        for finding in answer.findings
    }


def _reading(request: ClientRequest, answer: Triage, book: Rulebook) -> Reading:
    reasons = [
        Reason(
            title_of(book.rule(finding.rule)),
            [request.text[span.start : span.end] for span in finding.spans[:FEW]],
        )
        for finding in answer.findings
    ]
    return Reading(answer.verdict, reasons)
