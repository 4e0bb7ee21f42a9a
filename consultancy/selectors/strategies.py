"""Questions about a client's strategy in all its versions."""

from dataclasses import dataclass

from consultancy.models import Client, Consultant, StrategyVersion
from consultancy.strategy_changes import changes_between
from consultancy.strategy_file import Strategy

from .pages import page_of
from .strategy_lines import ChangeWords, change_words


@dataclass(frozen=True)
class VersionRow:
    """A version beside what it changed; `changes` is None for the first."""

    version: StrategyVersion
    changes: list[ChangeWords] | None


@dataclass(frozen=True)
class Versions:
    """Some versions, newest first, and the key of the page after."""

    rows: list[VersionRow]
    next_key: str | None


def version_of(consultant: Consultant, pk: int) -> StrategyVersion:
    """Return one version with its client. Raises StrategyVersion.DoesNotExist."""
    rows = StrategyVersion.objects.of(consultant)
    return rows.select_related("client__consultant__user").get(pk=pk)


def version_numbered(client: Client, number: int) -> StrategyVersion | None:
    """Return one of the client's versions."""
    return client.strategies.filter(number=number).first()


def version_before(version: StrategyVersion) -> StrategyVersion | None:
    """Return the version that was in force before this one."""
    return version_numbered(version.client, version.number - 1)


def newest_number(client: Client) -> int:
    """Return the number of the version in force, 0 without one."""
    numbers = client.strategies.order_by("-number").values_list("number", flat=True)
    return numbers.first() or 0


def versions_page(client: Client, *, after: str | None) -> Versions:
    """Return a page of the client's versions, newest first."""
    rows = client.strategies.prefetch_related("proof")
    page = page_of(rows, moment="created_at", after=after)
    versions = list(page.rows)
    before = {version.number: version for version in versions}
    if versions and page.next_key:
        oldest = version_before(versions[-1])
        before |= {oldest.number: oldest} if oldest else {}
    shown = [
        VersionRow(version, what_changed(before.get(version.number - 1), version))
        for version in versions
    ]
    return Versions(shown, page.next_key)


def what_changed(
    before: StrategyVersion | None, after: StrategyVersion
) -> list[ChangeWords] | None:
    """Return what AFTER changed; None where there was nothing before."""
    if before is None:
        return None
    return change_words(changes_between(before.strategy, after.strategy))


def what_would_change(
    before: StrategyVersion | None, after: Strategy
) -> list[ChangeWords]:
    """Return what AFTER would change; all that it says where nothing is in force."""
    in_force = before.strategy if before else Strategy(after.id, after.name)
    return change_words(changes_between(in_force, after))
