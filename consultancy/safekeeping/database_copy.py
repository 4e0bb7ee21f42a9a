"""A copy of the database while others use it, and back: both engines."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection

from .errors import SafekeepingError

SQLITE_NAME, POSTGRESQL_NAME = "database.sqlite3", "database.pgdump"
BEFORE = "before_restore"  # a schema that stays until the new one is whole


def copy_name() -> str:
    """Return what the copy of this installation's database is called."""
    return POSTGRESQL_NAME if connection.vendor == "postgresql" else SQLITE_NAME


def copy_database(target: Path) -> None:
    """Write the database as it is now to a new file. Raises SafekeepingError."""
    if connection.vendor == "postgresql":
        _run("pg_dump", "--format=custom", "--no-owner", "--no-acl", "--file", target)
        return
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy)
        _ensure_sound(copy)


def ensure_copy_fits(copy: Path, migrations: list[str]) -> None:
    """Look into a copy before anything is replaced by it. Raises SafekeepingError."""
    if connection.vendor == "postgresql":
        _run("pg_restore", "--list", copy, database=False)
        return
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as database:
        try:
            _ensure_sound(database)
            rows = database.execute("SELECT app, name FROM django_migrations")
            applied = {f"{app}.{name}" for app, name in rows}
        except sqlite3.DatabaseError as error:
            raise SafekeepingError(f"the database in it is broken: {error}") from error
    if applied != set(migrations):
        raise SafekeepingError("the database in it is not the one its manifest tells")


def put_database(copy: Path) -> None:
    """Replace the whole database by the copy, all or nothing."""
    if connection.vendor == "postgresql":
        _put_postgresql(copy)
        return
    connection.ensure_connection()
    # Through SQLite itself: whoever has the file open sees one or the other.
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as source:
        source.backup(connection.connection)
    connection.close()


def _ensure_sound(database: sqlite3.Connection) -> None:
    answer = database.execute("PRAGMA integrity_check").fetchone()[0]
    if answer != "ok":
        raise SafekeepingError(f"the database is not sound: {answer}")


def _put_postgresql(copy: Path) -> None:
    wanted = copy.with_suffix(".list")
    listed = _run("pg_restore", "--list", copy, database=False)
    # The schema itself is made here, so that the one there was can come back.
    lines = [line for line in listed.splitlines() if " SCHEMA - " not in line]
    wanted.write_text("\n".join(lines), "utf-8")
    _sql(f"ALTER SCHEMA public RENAME TO {BEFORE}", "CREATE SCHEMA public")
    try:
        _run(
            *("pg_restore", "--single-transaction", "--exit-on-error", "--no-owner"),
            *("--no-acl", "--use-list", wanted, copy),
        )
    except SafekeepingError:
        _sql("DROP SCHEMA public CASCADE", f"ALTER SCHEMA {BEFORE} RENAME TO public")
        raise
    _sql(f"DROP SCHEMA {BEFORE} CASCADE")


def _sql(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, None)
    connection.close()  # what it knew of the tables is no longer true


def _run(program: str, *words: str | Path, database: bool = True) -> str:
    """Run one of PostgreSQL's programs; return what it says."""
    if shutil.which(program) is None:
        raise SafekeepingError(
            f"{program} is not here. Install PostgreSQL's client programs of the"
            " server's version (Debian: postgresql-client), then try again."
        )
    named: dict[str, Any] = connection.get_connection_params() if database else {}
    to = ["--dbname", named["dbname"]] if database else []
    env = os.environ | {
        variable: str(named[key])
        for variable, key in [
            *(("PGHOST", "host"), ("PGPORT", "port"), ("PGUSER", "user")),
            ("PGPASSWORD", "password"),
        ]
        if named.get(key)
    }
    done = subprocess.run(
        [program, *to, *map(str, words)], env=env, capture_output=True, text=True
    )
    if done.returncode:
        raise SafekeepingError(f"{program} failed: {done.stderr.strip()}")
    return done.stdout
