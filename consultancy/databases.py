"""Which database, and with what promises of durability."""

import sqlite3
from pathlib import Path
from typing import Any

import dj_database_url

# The WAL-reset fault (3.7.0 to 3.51.2) can corrupt a database; these have the cure.
FIXED_BRANCHES = (((3, 44, 6), (3, 45, 0)), ((3, 50, 7), (3, 51, 0)))
FIXED_SINCE = (3, 51, 3)
RECONNECT = 5


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Say whether this SQLite has the cure for the WAL-reset fault."""
    if version >= FIXED_SINCE:
        return True
    return any(first <= version < end for first, end in FIXED_BRANCHES)


def database_settings(url: str, data_dir: Path) -> dict[str, Any]:
    """Return Django's DATABASES entry for DATABASE_URL, or SQLite when it is empty."""
    if not url or url.startswith("sqlite"):
        return _sqlite(url, data_dir)
    settings: dict[str, Any] = dict(dj_database_url.parse(url))
    # Django refuses a pool together with persistent connections.
    settings["CONN_MAX_AGE"] = 0
    settings["CONN_HEALTH_CHECKS"] = True
    # Between its tries to reach a server that went away the pool waits ever longer; it
    # begins anew after RECONNECT seconds, or it would sleep on when the server is back.
    pool = {"min_size": 1, "max_size": 8, "timeout": 20, "reconnect_timeout": RECONNECT}
    settings["OPTIONS"] = settings.get("OPTIONS", {}) | {"pool": pool}
    return settings


def _sqlite(url: str, data_dir: Path) -> dict[str, Any]:
    settings: dict[str, Any] = (
        dict(dj_database_url.parse(url))
        if url
        else {"ENGINE": "django.db.backends.sqlite3", "NAME": data_dir / "db.sqlite3"}
    )
    journal = "WAL" if wal_is_safe(sqlite3.sqlite_version_info[:3]) else "DELETE"
    # NORMAL would lose answered requests in a power cut. FULL is enough for a WAL; a
    # rollback journal is deleted at commit, and only EXTRA flushes that deletion: with
    # FULL the journal may be back after the cut and undo what was answered.
    synchronous = "FULL" if journal == "WAL" else "EXTRA"
    settings["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            f"PRAGMA journal_mode={journal};"
            f"PRAGMA synchronous={synchronous};"
            "PRAGMA foreign_keys=ON;"
            # What is erased is written over, not left in a free page.
            "PRAGMA secure_delete=ON;"
        ),
    }
    return settings
