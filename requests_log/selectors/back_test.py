"""In which logged requests a rule of one's own would have spoken: piece by piece."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from consultancy.models import Consultant
from consultancy.selectors.pages import key_of, page_of
from requests_log.models import ClientRequest
from requests_log.triage.engine import hear
from requests_log.triage.findings import VERDICTS, SetAside
from requests_log.triage.own_rule import OwnRule
from requests_log.triage.own_rulebook import OwnVersion, with_own
from requests_log.triage.rulebook import Rulebook

from .marked_text import Segment, excerpt
from .own_rule_trial import TRIED, marked
from .rulebook import rulebook

PIECE = 100  # requests
# Long mails take their time: a tenth of a second or so, however much was written.
MOST_CHARACTERS = 50_000
MOST_READ = 5_000
MOST_LISTED = 200


@dataclass(frozen=True)
class Heard:
    """A request in which the rule speaks, or hears and is set aside by a CUE.

    Of a long one, `is_cut`, the segments are an excerpt.
    """

    request: ClientRequest
    segments: list[Segment]
    is_cut: bool
    before: str  # the verdict of the engine, stored
    after: str  # with this rule beside the others
    cue: str


@dataclass(frozen=True)
class SoFar:
    """How far a test has come: where to go on, and what was counted up to there."""

    key: str = ""
    read: int = 0
    spoke: int = 0
    changed: int = 0
    aside: int = 0


@dataclass(frozen=True)
class Piece:
    """What the next requests told; `goes_on` while there are more to read."""

    heard: list[Heard]
    so_far: SoFar
    total: int
    goes_on: bool

    @property
    def is_cut(self) -> bool:
        """Whether it ended before all was read."""
        return not self.goes_on and self.so_far.read < self.total


def back_test(
    consultant: Consultant,
    rule: OwnRule,
    *,
    clients: Sequence[int] = (),
    so_far: SoFar | None = None,
) -> Piece:
    """Read the next requests, newest first, by RULE alone; nothing is stored."""
    done = so_far or SoFar()
    rows = _rows(consultant, clients)
    page = page_of(rows, moment="received_at", after=done.key, size=PIECE)
    read = list(_as_many_as_bearable(page.rows))
    book = with_own(rulebook(), [OwnVersion(TRIED, 1, rule)])
    heard = [found for row in read if (found := _heard(row, rule, book))]
    spoke = [each for each in heard if not each.cue]
    more = page.next_key or len(read) < len(page.rows)
    count = SoFar(
        key=key_of(read[-1], "received_at") if more else "",
        read=done.read + len(read),
        spoke=done.spoke + len(spoke),
        changed=done.changed + sum(each.before != each.after for each in spoke),
        aside=done.aside + len(heard) - len(spoke),
    )
    full = count.read >= MOST_READ or count.spoke + count.aside >= MOST_LISTED
    total = rows.order_by()[: MOST_READ + 1].count()
    return Piece(heard, count, total, goes_on=bool(count.key) and not full)


def _rows(consultant: Consultant, clients: Sequence[int]) -> QuerySet[ClientRequest]:
    rows = ClientRequest.objects.of(consultant).select_related("client", "triage")
    rows = rows.only("text", "received_at", "client__name", "triage__verdict")
    return rows.filter(client__in=clients) if clients else rows


def _as_many_as_bearable(rows: Iterable[ClientRequest]) -> Iterator[ClientRequest]:
    characters = 0
    for row in rows:
        yield row
        characters += len(row.text)
        if characters > MOST_CHARACTERS:
            return


def _heard(request: ClientRequest, rule: OwnRule, book: Rulebook) -> Heard | None:
    found = hear(request.text, book.rules[-1], rulebook=book)
    if found is None:
        return None
    before = request.triage.verdict
    cue = found.cue if isinstance(found, SetAside) else ""
    after = before if cue else min(before, rule.verdict, key=VERDICTS.index)
    whole = marked(request.text, found, rule)
    part = excerpt(whole)
    return Heard(request, part or whole, bool(part), before, after, cue)
