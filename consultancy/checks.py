"""What must be true before anybody is served; run by `manage.py check`."""

import sqlite3
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import connections

from consultancy.databases import wal_is_safe
from consultancy.ledger import triggers
from consultancy.paper.tsa_client import certificates_in
from consultancy.selectors.schema import newer_said, older_said, schema_state
from consultancy.translations import stale_catalogues


def secrets_are_set(**_kwargs: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    if not settings.CONFIGURED_SECRET_KEY:
        found.append(
            Error(
                "There is no SECRET_KEY: sessions would end with each process.",
                hint="Set SECRET_KEY, or SECRET_KEY_FILE, or let ./go run make one.",
                id="consultancy.E002",
            )
        )
    if not settings.SIGNING_SECRET:
        found.append(
            Warning(
                "There is no SIGNING_SECRET: the app can be read, not written.",
                hint="Set SIGNING_SECRET or SIGNING_SECRET_FILE to the one in use.",
                id="consultancy.W001",
            )
        )
    return found


def public_address_is_one(**_kwargs: Any) -> list[CheckMessage]:
    told = settings.PUBLIC_URL
    parts = urlsplit(told)
    is_address = parts.scheme in {"http", "https"} and parts.hostname
    if not told or (is_address and told == f"{parts.scheme}://{parts.netloc}"):
        return []
    return [
        Error(
            f"PUBLIC_URL is {told}: links made of it would lead nowhere.",
            hint="Set it to scheme and host alone, as https://letters.example.",
            id="consultancy.E003",
        )
    ]


def tables_fit(
    databases: Sequence[str] | None = None, **_kwargs: Any
) -> list[CheckMessage]:
    """Refuse a database of a newer version, and one that was migrated by half."""
    states = [schema_state(connections[alias]) for alias in databases or ()]
    newer = [state for state in states if state.is_newer]
    older = [state for state in states if state.missing and not state.is_newer]
    return [
        *(Error(newer_said(state), id="consultancy.E004") for state in newer),
        *(Error(older_said(state), id="consultancy.E005") for state in older),
    ]


def ledger_is_guarded(
    databases: Sequence[str] | None = None, **_kwargs: Any
) -> list[CheckMessage]:
    return [
        Error(
            f"The ledger can be altered: {', '.join(sorted(gone))} missing.",
            hint="Run migrate; if that does not help, restore from a backup.",
            id="consultancy.E001",
        )
        for alias in databases or ()
        if (gone := _missing_triggers(alias))
    ]


def _missing_triggers(alias: str) -> set[str]:
    connection = connections[alias]
    if triggers.ENTRY not in connection.introspection.table_names():
        return set()  # not migrated yet: migrate says so itself
    return triggers.missing(connection)


def sqlite_is_sound(
    databases: Sequence[str] | None = None, **_kwargs: Any
) -> list[CheckMessage]:
    uses_sqlite = any(connections[a].vendor == "sqlite" for a in databases or ())
    if not uses_sqlite or wal_is_safe(sqlite3.sqlite_version_info[:3]):
        return []
    return [
        Warning(
            f"SQLite {sqlite3.sqlite_version} has the WAL-reset fault, so the slower"
            " DELETE journal is used.",
            hint="Python with SQLite 3.51.3 or newer is faster. Nothing is at risk.",
            id="consultancy.W002",
        )
    ]


def timestamps_can_be_asked_for(**_kwargs: Any) -> list[CheckMessage]:
    """Look at the settings alone: whether anybody answers shows when he is asked."""
    if not settings.TSA_URL:
        return []
    parts = urlsplit(settings.TSA_URL)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return [Error(f"TSA_URL is {settings.TSA_URL}.", id="consultancy.E010")]
    try:
        roots = certificates_in(settings.TSA_CERTIFICATES)
    except (OSError, UnicodeDecodeError) as error:
        return [Error(f"TSA_CERTIFICATES: {error}", id="consultancy.E011")]
    if roots:
        return []
    return [
        Warning(
            "Timestamps are taken from whoever answers at TSA_URL.",
            hint="Let TSA_CERTIFICATES name a file with the roots to trust, in PEM.",
            id="consultancy.W010",
        )
    ]


def translations_are_compiled(**_kwargs: Any) -> list[CheckMessage]:
    return [
        Warning(
            f"{catalogue} is newer than what was compiled from it.",
            hint="Run manage.py compile_translations.",
            id="consultancy.W003",
        )
        for catalogue in stale_catalogues()
    ]
