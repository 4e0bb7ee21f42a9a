"""What was done on a request since a form on it was drawn?"""

import re
from dataclasses import dataclass

from requests_log.models import ClientRequest, Recommendation
from requests_log.workflow import Move

from .timeline import Step, moves_in

COUNT = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True)
class Meanwhile:
    """The steps since, and the advice as the form showed it and as it stands now;
    neither where it is the same."""

    steps: list[Step]
    advice_seen: Recommendation | None = None
    advice_now: Recommendation | None = None


def meanwhile_on(
    request: ClientRequest, steps: list[Step], *, seen: str
) -> Meanwhile | None:
    """Return what came after a form that was drawn from SEEN; None where nothing did,
    and for what no form says."""
    moves = moves_in(steps)
    far = int(seen) if COUNT.fullmatch(seen) else len(moves)
    if far >= len(moves):
        return None
    before, since = moves[:far], moves[far:]
    version = sum(1 for step in before if step.kind == Move.RECOMMEND)
    now = request.advice
    if now is None or now.version == version:
        return Meanwhile(since)
    shown = request.recommendations.filter(version=version).first()
    return Meanwhile(since, shown, now) if shown else Meanwhile(since)
