from pathlib import Path

import pytest

from consultancy import databases
from consultancy.databases import database_settings, wal_is_safe


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 60, 0), True),
    ],
)
def test_wal_only_where_the_library_has_the_cure(version, safe):
    assert wal_is_safe(version) == safe


@pytest.mark.parametrize(
    ("is_cured", "promise"),
    [
        (True, "journal_mode=WAL;PRAGMA synchronous=FULL;"),
        (False, "journal_mode=DELETE;PRAGMA synchronous=EXTRA;"),
    ],
)
def test_sqlite_keeps_every_acknowledged_write(monkeypatch, is_cured, promise):
    monkeypatch.setattr(databases, "wal_is_safe", lambda _version: is_cured)
    options = database_settings("", Path("/data"))["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert promise in options["init_command"]
    assert "foreign_keys=ON" in options["init_command"]


def test_postgresql_has_a_pool_and_no_persistent_connections():
    settings = database_settings("postgres://u:p@127.0.0.1/x", Path("/data"))
    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert settings["CONN_MAX_AGE"] == 0
    pool = settings["OPTIONS"]["pool"]
    assert pool["reconnect_timeout"] < pool["timeout"]
