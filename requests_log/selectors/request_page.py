"""Everything that stands on a request's page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from consultancy.models import Consultant, Document, KeptFile
from consultancy.selectors.documents import with_successor
from requests_log.models import (
    ClientRequest,
    Decision,
    DispatchChannel,
    Finding,
    Outcome,
    Recommendation,
)
from requests_log.workflow import Move, Stage, Who, moves_from

from .attachments import files_of
from .finding_view import FindingView, finding_view, marks_of
from .kin import Kin, kin_of, worst_rules
from .learning import teaches
from .marked_text import Segment, excerpt, segments
from .pieces import is_split_offered
from .timeline import Step, seen_in, timeline_of


@dataclass(frozen=True)
class Sending:
    """One sending of the advice, as the ledger tells it."""

    channel: str
    at: datetime
    is_reminder: bool
    words: str


@dataclass(frozen=True)
class Reply:
    """What the client said without deciding; answered or not."""

    kind: str
    words: str
    by_name: str
    at: datetime


@dataclass(frozen=True)
class RequestPage:
    """The journey of one request, top-down."""

    request: ClientRequest
    segments: list[Segment]
    findings: list[FindingView]
    set_aside: list[FindingView]
    advice: Recommendation | None
    sendings: list[Sending]
    replies: list[Reply]
    decision: Decision | None
    outcome: Outcome | None
    letters: list[Document]  # last first
    proofs: list[KeptFile]
    steps: list[Step]
    moves: tuple[Move, ...]
    files: list[KeptFile]
    kin: Kin
    offers_split: bool

    @property
    def excerpt(self) -> list[Segment]:
        """What is shown at first of a long text; nothing where it is read whole."""
        return excerpt(self.segments)

    @property
    def is_unread(self) -> bool:
        """Whether no rule knew the language."""
        return self.request.triage.language is None

    @property
    def teaches(self) -> bool:
        """Whether a rule could be made of how it was judged."""
        confirmation = getattr(self.request, "confirmation", None)
        return confirmation is not None and teaches(confirmation)

    @property
    def open_reply(self) -> Reply | None:
        """What the consultant has not answered yet."""
        return self.replies[-1] if self.replies and self.request.asked_at else None

    @property
    def seen(self) -> str:
        """What a form on the request was drawn from."""
        return seen_in(self.steps)

    @property
    def letter(self) -> Document | None:
        """The letter that holds: of the decision, or else of no answer."""
        decided = self.decision.document_id if self.decision else None
        if self.decision and not decided:
            return None
        named = (each for each in self.letters if decided in (None, each.pk))
        return next(named, None)

    @property
    def earlier_letters(self) -> list[Document]:
        return [each for each in self.letters if each != self.letter]


def request_of(consultant: Consultant, pk: int) -> ClientRequest:
    """Return one request with what its page joins.

    Raises ClientRequest.DoesNotExist for somebody else's.
    """
    rows = ClientRequest.objects.of(consultant).select_related(
        "consultant__user",
        "client",
        "message__sent_by",
        "triage__strategy",
        "confirmation",
        "advice",
        "decision__document__timestamp",
        "decision__recommendation",
        "outcome",
        "part",
    )
    return rows.defer("search_text", "decision__document__record").get(pk=pk)


def request_page(request: ClientRequest) -> RequestPage:
    """Gather the page of a request that `request_of` returned."""
    findings = list(request.triage.findings.order_by("position"))
    strategy, advice = request.triage.strategy, request.advice
    steps, files = timeline_of(request), files_of(request)
    held = [row for row in findings if not row.set_aside]
    return RequestPage(
        request=request,
        segments=segments(request.text, marks_of(held)),
        findings=[finding_view(row, request.text, strategy) for row in held],
        set_aside=[
            finding_view(row, request.text, strategy)
            for row in findings
            if row.set_aside
        ],
        advice=advice,
        sendings=_sendings(steps, advice.version if advice else 0),
        replies=_replies(steps),
        decision=request.decision,
        outcome=request.outcome,
        letters=_letters(request, steps),
        proofs=files.proofs,
        steps=steps,
        moves=moves_from(Stage(request.stage), who=Who.CONSULTANT),
        files=files.asked,
        kin=kin_of(request, rules=_rules_of(request, held)),
        offers_split=is_split_offered(request, held),
    )


def _sendings(steps: list[Step], version: int) -> list[Sending]:
    channels = dict(DispatchChannel.choices)
    return [
        Sending(
            channel=str(channels.get(step.told["channel"], step.told["channel"])),
            at=step.happened_at or step.at,
            is_reminder=bool(step.told.get("reminder")),
            words=step.told.get("words", ""),
        )
        for step in steps
        if step.kind == Move.SEND and step.told["version"] == version
    ]


def _replies(steps: list[Step]) -> list[Reply]:
    return [
        Reply(
            kind=step.kind,
            words=step.told["words"],
            by_name=step.told["by_name"],
            at=step.happened_at or step.at,
        )
        for step in steps
        if step.kind in (Move.ASK, Move.PROPOSE)
    ]


def _letters(request: ClientRequest, steps: list[Step]) -> list[Document]:
    """Return the letters of a request, last first; most have one, and it is at hand."""
    decided = request.decision.document if request.decision else None
    at_hand = [decided] if decided else []
    if len(at_hand) == sum(1 for step in steps if step.kind == "document_reserved"):
        return at_hand
    rows = Document.objects.of(request.consultant)
    own = rows.filter(subject=f"request:{request.pk}").select_related("timestamp")
    return list(with_successor(own.defer("record")).order_by("-pk"))


def _rules_of(request: ClientRequest, held: Sequence[Finding]) -> list[str]:
    """Return the rule the consultant objects by, or those that said the worst."""
    confirmation = getattr(request, "confirmation", None)
    if confirmation and confirmation.own_rule:
        return [confirmation.own_rule]
    return worst_rules(held)
