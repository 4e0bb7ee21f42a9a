"""Where does a request go when it is opened again?"""

from requests_log.models import ClientRequest, NoAnswer, Verdict
from requests_log.workflow import Stage

from .request_page import latest_advice


def stage_before(request: ClientRequest) -> Stage:
    """Return where a closed or dropped request was; its own stage for any other."""
    if request.stage == Stage.CLOSED and request.outcome:
        return Stage(request.outcome.stage_before)
    if request.stage == Stage.DROPPED:
        return _undecided_stage(request)
    return Stage(request.stage)


def _undecided_stage(request: ClientRequest) -> Stage:
    confirmation = getattr(request, "confirmation", None)
    if confirmation is None:
        return Stage.LOGGED
    if confirmation.verdict == Verdict.FINE:
        return Stage.CLEARED
    advice = latest_advice(request)
    if advice is None:
        return Stage.OBJECTED
    silent = NoAnswer.objects.filter(recommendation=advice).exists()
    return Stage.UNANSWERED if silent else Stage.ADVISED
