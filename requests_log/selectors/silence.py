"""Which rules a consultant has switched off, and what an answer is without them."""

from dataclasses import replace

from django.db.models import Q, QuerySet

from consultancy.models import Client, Consultant
from requests_log.models import RuleSwitch
from requests_log.triage.findings import VERDICTS, SetAside, Triage

SWITCHED_OFF = "switched_off"


def switches_of(consultant: Consultant) -> QuerySet[RuleSwitch]:
    """Return what is switched off now, the latest first."""
    rows = RuleSwitch.objects.of(consultant).filter(on_again_at=None)
    return rows.select_related("client").order_by("-off_at", "-pk")


def silenced_for(client: Client) -> frozenset[str]:
    """Return the codes of the rules that are silent for a client."""
    rows = RuleSwitch.objects.of(client.consultant).filter(on_again_at=None)
    own = rows.filter(Q(client=None) | Q(client=client.pk))
    return frozenset(own.values_list("rule", flat=True))


def without(answer: Triage, silenced: frozenset[str]) -> Triage:
    """Return ANSWER as if the SILENCED rules had said nothing; what they heard stays
    among what was set aside."""
    if not silenced.intersection(found.rule for found in answer.findings):
        return answer
    held = tuple(each for each in answer.findings if each.rule not in silenced)
    silent = tuple(
        SetAside(each, SWITCHED_OFF, None)
        for each in answer.findings
        if each.rule in silenced
    )
    worst = min((VERDICTS.index(each.verdict) for each in held), default=-1)
    return replace(
        answer,
        verdict=VERDICTS[worst],
        findings=held,
        set_aside=answer.set_aside + silent,
    )
