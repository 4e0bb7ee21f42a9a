"""A consultant's own rules, and the rulebook they make with the shipped ones."""

from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from django.db.models import F, QuerySet

from consultancy.models import Client, Consultant
from consultancy.strategy_values import StrategyFileError
from requests_log.models import OwnRule as Row
from requests_log.models import OwnRuleVersion
from requests_log.triage.own_rule import CODE, OwnRule
from requests_log.triage.own_rule_file import own_rule_from_fields
from requests_log.triage.own_rulebook import OwnVersion, rule_of, with_own
from requests_log.triage.rulebook import Rule, Rulebook

from .rulebook import rule_or_none, rulebook

LONGEST_NUMBER = 18  # digits of a key that any database takes


def rulebook_for(client: Client) -> Rulebook:
    """Return the shipped rules, with the consultant's own that are for the client."""
    rows = versions_in_force(client.consultant).values_list("pk", "digest", "clients")
    wanted = tuple(
        (pk, digest)
        for pk, digest, clients in rows
        if not clients or client.pk in clients
    )
    return _laid_over(rulebook().fingerprint, wanted) if wanted else rulebook()


def versions_in_force(consultant: Consultant) -> QuerySet[OwnRuleVersion]:
    """Return the version in force of each rule that is not retired, oldest first."""
    return newest_versions(consultant).filter(rule__retired_at=None)


def newest_versions(consultant: Consultant) -> QuerySet[OwnRuleVersion]:
    """Return the newest version of every rule, the oldest rule first."""
    rows = OwnRuleVersion.objects.of(consultant).filter(number=F("rule__number"))
    return rows.order_by("rule")


def own_rule_of(consultant: Consultant, code: str) -> Row | None:
    """Return the rule of that code; None for somebody else's."""
    key = own_rule_key(code)
    return Row.objects.of(consultant).filter(pk=key).first() if key else None


def own_rule_key(code: str) -> int | None:
    """Return the key of the row that CODE names; None where it names none."""
    digits = code.removeprefix(CODE)
    whole = digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER
    return int(digits) if code.startswith(CODE) and whole else None


def own_rules_said(consultant: Consultant, *, with_retired: bool = False) -> list[Rule]:
    """Return what the newest versions say; their conditions are left out."""
    rows = newest_versions(consultant)
    if not with_retired:
        rows = rows.filter(rule__retired_at=None)
    read = [read_version(row) for row in rows]
    return [rule_of(each) for each in read if each]


def rule_said(
    consultant: Consultant,
    code: str,
    *,
    number: int | None = None,
    until: datetime | None = None,
) -> Rule | None:
    """Return a rule with what it says, shipped or of one's own.

    An own one is taken in the version of that NUMBER, or in the newest there was
    UNTIL then; its conditions are left out. None where there is none, or it can no
    longer be read.
    """
    rule = rule_or_none(code)
    own = None if rule else own_rule_of(consultant, code)
    if own is None:
        return rule
    rows = own.versions.order_by("-number")
    if number is not None:
        rows = rows.filter(number=number)
    if until is not None:
        rows = rows.filter(at__lte=until)
    version = rows.first()
    read = version and read_version(version)
    return rule_of(read) if read else None


def read_version(row: OwnRuleVersion) -> OwnVersion | None:
    """Return what is stored as the engine takes it; None where it cannot be read."""
    try:
        rule = own_rule_from_fields(row.fields)
    except StrategyFileError:
        return None
    return OwnVersion(f"{CODE}{row.rule_id}", row.number, rule)


def rules_taken_along(consultant: Consultant) -> list[OwnRule]:
    """Return the rules in force, their clients by name, to be brought elsewhere.

    One for clients who are all gone is left out: without them it would be for all.
    """
    rows = list(versions_in_force(consultant))
    wanted = {pk for row in rows for pk in row.clients}
    clients = Client.objects.of(consultant).filter(pk__in=wanted)
    names = dict(clients.values_list("pk", "name")) if wanted else {}
    taken = []
    for row in rows:
        read = read_version(row)
        there = tuple(names[pk] for pk in row.clients if pk in names)
        if read and bool(there) == bool(row.clients):
            taken.append(replace(read.rule, clients=there))
    return taken


@lru_cache(maxsize=16)
def _laid_over(_shipped: str, wanted: tuple[tuple[int, str], ...]) -> Rulebook:
    """Compile own rules once a process; versions never change, and digests say so."""
    rows = OwnRuleVersion.objects.filter(pk__in=[pk for pk, _digest in wanted])
    read = [read_version(row) for row in rows.order_by("rule")]
    return with_own(rulebook(), [each for each in read if each])
