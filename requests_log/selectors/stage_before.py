"""Where does a request go when it is opened again?"""

from datetime import datetime

from consultancy.models import LedgerEntry
from requests_log.models import ClientReply, ClientRequest, Verdict
from requests_log.workflow import Move, Stage

REPLIES = (Move.ASK, Move.PROPOSE)
WORDS_EXCHANGED = (*REPLIES, Move.RECOMMEND, Move.SEND, Move.CLOSE_UNANSWERED)


def stage_before(request: ClientRequest) -> Stage:
    """Return where a closed or dropped request was; its own stage for any other."""
    if request.stage == Stage.CLOSED and request.outcome:
        return Stage(request.outcome.stage_before)
    if request.stage == Stage.DROPPED:
        return _undecided_stage(request)
    return Stage(request.stage)


def question_owed(request: ClientRequest) -> datetime | None:
    """Return when the client asked what nobody has answered since; None if answered."""
    if _last_word(request) not in REPLIES:
        return None
    replies = ClientReply.objects.filter(recommendation__request=request)
    return replies.order_by("-pk").values_list("happened_at", flat=True).first()


def _undecided_stage(request: ClientRequest) -> Stage:
    confirmation = getattr(request, "confirmation", None)
    if confirmation is None:
        return Stage.LOGGED
    if confirmation.verdict == Verdict.FINE:
        return Stage.CLEARED
    if request.advice is None:
        return Stage.OBJECTED
    is_silent = _last_word(request) == Move.CLOSE_UNANSWERED
    return Stage.UNANSWERED if is_silent else Stage.ADVISED


def _last_word(request: ClientRequest) -> str | None:
    """Return the last that passed on the advice; its place tells, not its time."""
    own = LedgerEntry.objects.of(request.consultant).filter(
        subject=f"request:{request.pk}", kind__in=WORDS_EXCHANGED
    )
    return own.order_by("-seq").values_list("kind", flat=True).first()
