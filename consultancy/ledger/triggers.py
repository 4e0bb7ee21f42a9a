"""The database's own promise: entries are added at the end, and that is all.

Django's SQLite schema editor rebuilds a table when a column is altered and drops its
triggers silently, so every migration that touches these tables calls `install` again,
and a system check looks whether they are there.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

ENTRY = "consultancy_ledgerentry"
PAYLOAD = "consultancy_ledgerpayload"
GENESIS = "0" * 64

# What an entry told may go once a later entry of its subject says that it is erased.
ERASED = f"""
    SELECT 1 FROM {ENTRY} gone JOIN {ENTRY} told
    ON told.consultant_id = gone.consultant_id AND told.subject = gone.subject
    WHERE gone.id = OLD.entry_id AND told.kind = 'erased' AND told.seq > gone.seq
"""  # nosec B608

SQLITE = {
    "ledger_entry_no_update": f"""
        CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON {ENTRY}
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    "ledger_entry_no_delete": f"""
        CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON {ENTRY}
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    # INSERT OR REPLACE deletes without firing a delete trigger: refuse it here.
    "ledger_entry_at_the_end": f"""
        CREATE TRIGGER ledger_entry_at_the_end BEFORE INSERT ON {ENTRY}
        WHEN EXISTS (SELECT 1 FROM {ENTRY} WHERE id = NEW.id
                     OR (consultant_id = NEW.consultant_id AND seq = NEW.seq))
          OR (NEW.seq = 1 AND NEW.previous_hash <> '{GENESIS}')
          OR (NEW.seq <> 1 AND NOT EXISTS (
                SELECT 1 FROM {ENTRY} WHERE consultant_id = NEW.consultant_id
                AND seq = NEW.seq - 1 AND hash = NEW.previous_hash))
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",  # nosec B608
    "ledger_payload_no_update": f"""
        CREATE TRIGGER ledger_payload_no_update BEFORE UPDATE ON {PAYLOAD}
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    "ledger_payload_no_delete": f"""
        CREATE TRIGGER ledger_payload_no_delete BEFORE DELETE ON {PAYLOAD}
        WHEN NOT EXISTS ({ERASED})
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",  # nosec B608
    "ledger_payload_no_replace": f"""
        CREATE TRIGGER ledger_payload_no_replace BEFORE INSERT ON {PAYLOAD}
        WHEN EXISTS (SELECT 1 FROM {PAYLOAD} WHERE entry_id = NEW.entry_id)
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",  # nosec B608
}

POSTGRESQL_FUNCTIONS = f"""
    CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'the ledger is append-only'
            USING ERRCODE = 'integrity_constraint_violation';
    END $$;
    CREATE OR REPLACE FUNCTION ledger_at_the_end() RETURNS trigger
    LANGUAGE plpgsql AS $$
    BEGIN
        IF (NEW.seq = 1 AND NEW.previous_hash <> '{GENESIS}')
           OR (NEW.seq <> 1 AND NOT EXISTS (
                SELECT 1 FROM {ENTRY} WHERE consultant_id = NEW.consultant_id
                AND seq = NEW.seq - 1 AND hash = NEW.previous_hash)) THEN
            RAISE EXCEPTION 'the ledger is append-only'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$;
    CREATE OR REPLACE FUNCTION ledger_erased_only() RETURNS trigger
    LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND EXISTS ({ERASED}) THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION 'the ledger is append-only'
            USING ERRCODE = 'integrity_constraint_violation';
    END $$;
"""  # nosec B608
POSTGRESQL = {
    "ledger_entry_no_change": f"""
        CREATE TRIGGER ledger_entry_no_change BEFORE UPDATE OR DELETE ON {ENTRY}
        FOR EACH ROW EXECUTE FUNCTION ledger_refuse()""",
    "ledger_entry_no_truncate": f"""
        CREATE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON {ENTRY}
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()""",
    "ledger_entry_at_the_end": f"""
        CREATE TRIGGER ledger_entry_at_the_end BEFORE INSERT ON {ENTRY}
        FOR EACH ROW EXECUTE FUNCTION ledger_at_the_end()""",
    "ledger_payload_no_change": f"""
        CREATE TRIGGER ledger_payload_no_change BEFORE UPDATE OR DELETE ON {PAYLOAD}
        FOR EACH ROW EXECUTE FUNCTION ledger_erased_only()""",
    "ledger_payload_no_truncate": f"""
        CREATE TRIGGER ledger_payload_no_truncate BEFORE TRUNCATE ON {PAYLOAD}
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()""",
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Create every trigger anew."""
    remove(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTIONS, None)
        for statement in _triggers(connection).values():
            cursor.execute(statement, None)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drop every trigger: for migrations, and for tests that empty the tables."""
    with connection.cursor() as cursor:
        for name in _triggers(connection):
            table = PAYLOAD if "payload" in name else ENTRY
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}", None)


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """Return the names of triggers that should be there and are not."""
    catalogue = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(catalogue, None)
        present = {row[0] for row in cursor.fetchall()}
    return set(_triggers(connection)) - present


def _triggers(connection: BaseDatabaseWrapper) -> dict[str, str]:
    return POSTGRESQL if connection.vendor == "postgresql" else SQLITE
