"""A rule of the consultant's own: written, or written anew as its next version."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from consultancy.actions.take_turn import take_turn
from consultancy.actions.write_down import write_down
from consultancy.models import Consultant
from consultancy.models.name_key import name_key
from requests_log.errors import RuleMovedOn, RuleNameTaken, RulesTooMany
from requests_log.models import OwnRule, OwnRuleVersion
from requests_log.selectors.own_rules import rules_taken_along
from requests_log.triage.own_rule import MOST_RULES
from requests_log.triage.own_rule import OwnRule as Written
from requests_log.triage.own_rule_file import (
    MAX_FILE_BYTES,
    own_rule_to_fields,
    write_own_rules,
)

# Less than a file may have: the clients named in it may get longer names.
MOST_BYTES = MAX_FILE_BYTES - 4 * 1024


@dataclass(frozen=True)
class Draft:
    """A rule as it shall be; for CLIENTS, by their keys, or for all where none is."""

    rule: Written
    clients: Sequence[int] = ()


@transaction.atomic
def write_own_rule(
    consultant: Consultant,
    *,
    draft: Draft,
    at: datetime,
    row: OwnRule | None = None,
    after: int | None = None,
) -> OwnRuleVersion:
    """Put the rule in force as the next version of ROW, or else as a new rule.

    The same once more changes nothing. AFTER is the version it was written upon.
    Raises RuleNameTaken, RuleMovedOn, RulesTooMany.
    """
    take_turn(consultant)
    named = _named(consultant, draft.rule)
    row = row and OwnRule.objects.get(pk=row.pk)
    content = _content(draft)
    last = _in_force(row or named)
    if last and last.digest == content["digest"]:
        return last
    if named and named != row:
        raise RuleNameTaken
    if row and after not in (None, row.number):
        raise RuleMovedOn(row.number)
    version = _store(consultant, row, draft.rule, content, at)
    ensure_room(consultant)
    return version


@transaction.atomic
def bring_own_rules(
    consultant: Consultant, *, drafts: Sequence[Draft], at: datetime
) -> int:
    """Put all of them in force, each as the next version of the rule of its name, and
    return how many changed anything. Raises RulesTooMany, and then brings none."""
    take_turn(consultant)
    changed = 0
    for draft in drafts:
        row, content = _named(consultant, draft.rule), _content(draft)
        last = _in_force(row)
        if last is None or last.digest != content["digest"]:
            _store(consultant, row, draft.rule, content, at)
            changed += 1
    ensure_room(consultant)
    return changed


def _content(draft: Draft) -> dict[str, Any]:
    # Clients are kept by key: they may be called otherwise tomorrow.
    fields = own_rule_to_fields(replace(draft.rule, clients=()))
    content = {"fields": fields, "clients": sorted(draft.clients)}
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return content | {"digest": hashlib.sha256(canonical.encode()).hexdigest()}


def _named(consultant: Consultant, rule: Written) -> OwnRule | None:
    rows = OwnRule.objects.of(consultant).filter(retired_at=None)
    return rows.filter(name_key=name_key(rule.name)).first()


def _in_force(row: OwnRule | None) -> OwnRuleVersion | None:
    return row.versions.get(number=row.number) if row else None


def ensure_room(consultant: Consultant) -> None:
    """What is taken out as one file must go in again as one."""
    rules = rules_taken_along(consultant)
    size = len(write_own_rules(rules).encode())
    if len(rules) > MOST_RULES or size > MOST_BYTES:
        raise RulesTooMany


def _store(
    consultant: Consultant,
    row: OwnRule | None,
    rule: Written,
    content: dict[str, Any],
    at: datetime,
) -> OwnRuleVersion:
    key = name_key(rule.name)
    if row is None:
        row = OwnRule.objects.create(
            consultant=consultant, name_key=key, number=1, created_at=at
        )
    else:
        row.number, row.name_key = row.number + 1, key
        row.save(update_fields=["number", "name_key"])
    version = OwnRuleVersion.objects.create(
        rule=row, number=row.number, at=at, **content
    )
    write_down(
        consultant,
        kind="own_rule_written",
        at=at,
        subject=f"rule:{row.code}",
        payload={"number": row.number, **content},
    )
    return version
