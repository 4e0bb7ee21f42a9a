"""A rule of one's own on its page: what it says, when it speaks, its versions."""

from dataclasses import dataclass

from django.utils.functional import Promise

from consultancy.models import Client, Consultant
from consultancy.selectors.reader import reading_language
from requests_log.models import OwnRule, OwnRuleVersion
from requests_log.triage.own_rule import OwnRule as Written
from requests_log.triage.own_rule import Said
from requests_log.triage.own_rulebook import unknown_idea

from .own_rule_words import WayWords, despite_in_words, ways_in_words
from .own_rules import own_rule_key, read_version
from .rulebook import rulebook

LANGUAGES = ("es", "en")


@dataclass(frozen=True)
class VersionPage:
    """One version of a rule; `written` is None where it can no longer be read.

    `fault` names an idea that the rules no longer have; with one, or unread, the
    version is set aside and does not speak.
    """

    row: OwnRule
    version: OwnRuleVersion
    written: Written | None
    fault: str
    said: list[tuple[str, Said]]  # by language, the reader's first
    ways: list[WayWords]
    despite: list[str | Promise]
    clients: list[str]
    versions: list[OwnRuleVersion]  # newest first

    @property
    def title(self) -> str:
        return self.said[0][1].name if self.said else self.row.name_key

    @property
    def is_set_aside(self) -> bool:
        return bool(self.fault) or self.written is None

    @property
    def is_in_force(self) -> bool:
        return self.version.number == self.row.number


def own_rule_page(
    consultant: Consultant, code: str, number: int | None = None
) -> VersionPage | None:
    """Return the version of that NUMBER, or the one in force; None where there is no
    such one, or no such rule of the consultant's."""
    key = own_rule_key(code)
    rows = OwnRuleVersion.objects.of(consultant).select_related("rule")
    versions = list(rows.filter(rule=key).order_by("-number")) if key else []
    if not versions:
        return None
    row = versions[0].rule
    wanted = row.number if number is None else number
    version = next((each for each in versions if each.number == wanted), None)
    if version is None:
        return None
    read = read_version(version)
    written = read.rule if read else None
    return VersionPage(
        row=row,
        version=version,
        written=written,
        fault=fault_of(version),
        said=_said(written) if written else [],
        ways=ways_in_words(written) if written else [],
        despite=despite_in_words(written) if written else [],
        clients=_names(consultant, version.clients),
        versions=versions,
    )


def fault_of(version: OwnRuleVersion) -> str:
    """Return the idea that sets a version aside, or nothing."""
    read = read_version(version)
    return (unknown_idea(rulebook(), read.rule) or "") if read else ""


def _said(rule: Written) -> list[tuple[str, Said]]:
    both = [("es", rule.es), ("en", rule.en)]
    both.sort(key=lambda each: each[0] != reading_language())
    return [(language, said) for language, said in both if said]


def _names(consultant: Consultant, keys: list[int]) -> list[str]:
    if not keys:
        return []
    rows = Client.objects.of(consultant).filter(pk__in=keys)
    return list(rows.order_by("name_key").values_list("name", flat=True))
