"""The index behind `search_text`: kept by the database, not by us.

Django's SQLite schema editor rebuilds a table when a column is altered and drops its
triggers silently, so every migration that touches the requests calls `install` again;
a test looks whether all of it is there.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

from .search_text import INDEX, TABLE, VECTOR

OLD = f"""INSERT INTO {INDEX}({INDEX}, rowid, search_text)
          VALUES ('delete', old.id, old.search_text)"""  # nosec B608
NEW = f"""INSERT INTO {INDEX}(rowid, search_text)
          VALUES (new.id, new.search_text)"""  # nosec B608

# `ascii` takes every letter beyond ASCII for a part of a word, as the fold left it.
SQLITE = {
    INDEX: f"""
        CREATE VIRTUAL TABLE {INDEX} USING fts5(
            search_text, content='{TABLE}', content_rowid='id', tokenize='ascii',
            detail='none', columnsize=0, prefix='1 2 3')""",
    f"{INDEX}_insert": f"""
        CREATE TRIGGER {INDEX}_insert AFTER INSERT ON {TABLE} BEGIN {NEW}; END""",
    f"{INDEX}_delete": f"""
        CREATE TRIGGER {INDEX}_delete AFTER DELETE ON {TABLE} BEGIN {OLD}; END""",
    f"{INDEX}_update": f"""
        CREATE TRIGGER {INDEX}_update AFTER UPDATE OF search_text ON {TABLE}
        BEGIN {OLD}; {NEW}; END""",
}
SQLITE_FILL = f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')"  # nosec B608
SQLITE_TIDY = f"INSERT INTO {INDEX}({INDEX}) VALUES ('optimize')"  # nosec B608
POSTGRESQL = {
    INDEX: f"""
        CREATE INDEX {INDEX} ON {TABLE}
        USING gin (({VECTOR.format(column="search_text")}))"""
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Create the index anew from the rows there are."""
    remove(connection)
    with connection.cursor() as cursor:
        for statement in _parts(connection).values():
            cursor.execute(statement, None)
        if connection.vendor == "sqlite":
            cursor.execute(SQLITE_FILL, None)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drop the index and what keeps it."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DROP INDEX IF EXISTS {INDEX}", None)
            return
        for name in reversed(SQLITE):
            kind = "TABLE" if name == INDEX else "TRIGGER"
            cursor.execute(f"DROP {kind} IF EXISTS {name}", None)


def forget_deleted(connection: BaseDatabaseWrapper) -> None:
    """Write the index anew where it still holds words of rows that are gone."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(SQLITE_TIDY, None)


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """Return the names of the parts that should be there and are not."""
    catalogue = (
        "SELECT indexname FROM pg_indexes"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master"
    )
    with connection.cursor() as cursor:
        cursor.execute(catalogue, None)
        present = {row[0] for row in cursor.fetchall()}
    return set(_parts(connection)) - present


def _parts(connection: BaseDatabaseWrapper) -> dict[str, str]:
    return POSTGRESQL if connection.vendor == "postgresql" else SQLITE
