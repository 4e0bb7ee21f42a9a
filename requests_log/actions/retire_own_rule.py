"""A rule of one's own is put away, and taken up again."""

from datetime import datetime

from django.db import IntegrityError, transaction

from consultancy.actions.write_down import write_down
from requests_log.errors import RuleNameTaken
from requests_log.models import OwnRule

from .write_own_rule import ensure_room


@transaction.atomic
def retire_own_rule(rule: OwnRule, *, at: datetime) -> None:
    """Let the rule speak no more; what it said stays. Doing it twice is harmless."""
    if OwnRule.objects.filter(pk=rule.pk, retired_at=None).update(retired_at=at):
        _enter(rule, "own_rule_retired", at)


def restore_own_rule(rule: OwnRule, *, at: datetime) -> None:
    """Let the rule speak again, in its last version. Doing it twice is harmless.

    Raises RuleNameTaken where another has its name by now, RulesTooMany.
    """
    try:
        _restore(rule, at)
    except IntegrityError as error:
        raise RuleNameTaken from error


@transaction.atomic
def _restore(rule: OwnRule, at: datetime) -> None:
    away = OwnRule.objects.filter(pk=rule.pk).exclude(retired_at=None)
    if away.update(retired_at=None):
        ensure_room(rule.consultant)
        _enter(rule, "own_rule_restored", at)


def _enter(rule: OwnRule, kind: str, at: datetime) -> None:
    write_down(
        rule.consultant,
        kind=kind,
        at=at,
        subject=f"rule:{rule.code}",
        payload={"number": rule.number},
    )
