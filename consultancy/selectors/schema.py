"""Do the tables fit this version of the app?"""

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader

from consultancy.errors import WrongSchema


@dataclass(frozen=True)
class SchemaState:
    """Migrations as "app.name": applied and not known here, known and not applied."""

    unknown: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def is_newer(self) -> bool:
        """Whether a later version of the app was here."""
        return bool(self.unknown)


def schema_state(connection: BaseDatabaseWrapper) -> SchemaState:
    """Compare what the database says was done to it with what this version knows.

    What an app left behind that is no longer installed does not count.
    """
    loader = MigrationLoader(connection)
    applied, known = set(loader.applied_migrations), set(loader.disk_migrations)
    unknown = {key for key in applied - known if key[0] in loader.migrated_apps}
    return SchemaState(_names(unknown), _names(set(loader.graph.nodes) - applied))


def refuse_wrong_schema(connection: BaseDatabaseWrapper) -> None:
    """Raise WrongSchema, in a sentence, unless the tables fit."""
    state = schema_state(connection)
    if state.is_newer:
        raise WrongSchema(newer_said(state))
    if state.missing:
        raise WrongSchema(older_said(state))


def newer_said(state: SchemaState) -> str:
    return (
        f"The database is of a newer version: {', '.join(state.unknown)} is not known"
        " here. Start the version that was here last, or restore a backup made"
        " before it."
    )


def older_said(state: SchemaState) -> str:
    return (
        f"The database is not migrated: {', '.join(state.missing)} is not applied."
        " Run manage.py migrate."
    )


def _names(keys: set[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted(f"{app}.{name}" for app, name in keys))
