"""A shipped rule is switched off, for one client or for all; and on again."""

from datetime import datetime

from django.db import IntegrityError, transaction

from consultancy.actions.write_down import write_down
from consultancy.models import Client, Consultant
from requests_log.errors import RuleIsOff
from requests_log.models import RuleSwitch


def switch_rule_off(
    consultant: Consultant,
    *,
    rule: str,
    client: Client | None,
    reason: str,
    at: datetime,
) -> RuleSwitch:
    """Let RULE stay silent from now on; what it said before stays as it is.

    Raises RuleIsOff where it is silent there already.
    """
    try:
        return _store(consultant, rule, client, reason, at)
    except IntegrityError as error:
        raise RuleIsOff(rule) from error


@transaction.atomic
def _store(
    consultant: Consultant,
    rule: str,
    client: Client | None,
    reason: str,
    at: datetime,
) -> RuleSwitch:
    switch = RuleSwitch.objects.create(
        consultant=consultant, client=client, rule=rule, reason=reason, off_at=at
    )
    write_down(
        consultant,
        kind="rule_switched_off",
        at=at,
        subject=f"rule:{rule}",
        payload={"client": client.pk if client else None, "reason": reason},
    )
    return switch


@transaction.atomic
def switch_rule_on(switch: RuleSwitch, *, at: datetime) -> None:
    """Let the rule speak again; doing it twice is harmless."""
    off = RuleSwitch.objects.filter(pk=switch.pk, on_again_at=None)
    if not off.update(on_again_at=at):
        return
    write_down(
        switch.consultant,
        kind="rule_switched_on",
        at=at,
        subject=f"rule:{switch.rule}",
        payload={"client": switch.client_id},
    )
