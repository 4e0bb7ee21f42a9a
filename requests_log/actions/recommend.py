"""The advice: what we recommend instead, why, and what can happen otherwise."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from requests_log.errors import NothingToArgue
from requests_log.models import ClientRequest, Recommendation, Verdict
from requests_log.workflow import Move

from .move import move


@dataclass(frozen=True)
class Argument:
    """One reason; FACTOR is a Factor, RULE the rule it came from, or empty."""

    factor: str
    text: str
    rule: str


@dataclass(frozen=True)
class Advice:
    """Everything one version of the advice says."""

    arguments: tuple[Argument, ...]
    consequences: tuple[str, ...]
    alternatives: tuple[str, ...]
    reply: str


@transaction.atomic
def recommend(
    request: ClientRequest, *, advice: Advice, at: datetime
) -> Recommendation:
    """Store the next version of the advice, in the client's language of now.

    Raises NothingToArgue, MoveRefused, AlreadyMoved.
    """
    _ensure_it_argues(request, advice)
    arguments = [asdict(argument) for argument in advice.arguments]
    client = request.client
    move(
        request,
        Move.RECOMMEND,
        at=at,
        payload={
            "arguments": arguments,
            "consequences": list(advice.consequences),
            "alternatives": list(advice.alternatives),
            "reply": advice.reply,
            "language": client.language,
            "address_form": client.address_form,
        },
        # Nothing is due before the new version is sent.
        changes={"due_at": None, "asked_at": None},
    )
    request.advice = Recommendation.objects.create(
        request=request,
        version=request.recommendations.count() + 1,
        arguments=arguments,
        consequences=list(advice.consequences),
        alternatives=list(advice.alternatives),
        reply=advice.reply,
        language=client.language,
        address_form=client.address_form,
        at=at,
    )
    request.save(update_fields=["advice"])
    return request.advice


def _ensure_it_argues(request: ClientRequest, advice: Advice) -> None:
    warns = advice.consequences or request.verdict != Verdict.OFF_STRATEGY
    if not (advice.arguments and advice.alternatives and warns):
        raise NothingToArgue
