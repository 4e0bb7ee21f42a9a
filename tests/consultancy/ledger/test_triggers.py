"""The database refuses what the code never tries: by the ORM and by hand."""

import pytest
from django.db import DatabaseError, connection, transaction

from consultancy.ledger import triggers
from consultancy.models import LedgerEntry, LedgerPayload

ENTRIES = "consultancy_ledgerentry"
COPY = (
    "(id, consultant_id, seq, kind, at, actor, subject, commitment, previous_hash,"
    " hash) SELECT {id}, consultant_id, {seq}, 'forged', at, actor, subject,"
    f" commitment, {{previous}}, hash FROM {ENTRIES}"
)
ATTACKS = [
    f"UPDATE {ENTRIES} SET kind = 'forged'",
    f"DELETE FROM {ENTRIES}",
    f"INSERT INTO {ENTRIES} " + COPY.format(id="id + 99", seq="3", previous="hash"),
    f"INSERT INTO {ENTRIES} "
    + COPY.format(id="id + 99", seq="2", previous="'" + "1" * 64 + "'"),
    f"INSERT INTO {ENTRIES} " + COPY.format(id="id + 99", seq="1", previous="hash"),
    "UPDATE consultancy_ledgerpayload SET content = '{}'",
    "DELETE FROM consultancy_ledgerpayload",
]
ONLY_SQLITE = [
    f"INSERT OR REPLACE INTO {ENTRIES} "
    + COPY.format(id="id", seq="seq", previous="previous_hash"),
    f"UPDATE OR IGNORE {ENTRIES} SET kind = 'forged'",
    (
        "INSERT OR REPLACE INTO consultancy_ledgerpayload (entry_id, salt, content)"
        " SELECT entry_id, salt, '{}' FROM consultancy_ledgerpayload"
    ),
]
ONLY_POSTGRESQL = [
    f"TRUNCATE {ENTRIES} CASCADE",
    "TRUNCATE consultancy_ledgerpayload",
    f"INSERT INTO {ENTRIES} "
    + COPY.format(id="id", seq="seq", previous="previous_hash")
    + " ON CONFLICT (id) DO UPDATE SET kind = 'forged'",
]


def refuse(statement):
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, None)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_by_hand_is_refused(marta, attack):
    refuse(attack)
    assert list(LedgerEntry.objects.values_list("kind", flat=True)) == [
        "practice_opened"
    ]


@pytest.mark.parametrize("attack", ONLY_SQLITE)
def test_an_attack_sqlite_knows_is_refused(marta, attack):
    if connection.vendor != "sqlite":
        pytest.skip("SQLite's own words")
    refuse(attack)


@pytest.mark.parametrize("attack", ONLY_POSTGRESQL)
def test_an_attack_postgresql_knows_is_refused(marta, attack):
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL's own words")
    refuse(attack)


def test_the_orm_cannot_alter_or_drop_an_entry(marta):
    entry = LedgerEntry.objects.get()
    entry.kind = "forged"
    for attack in (
        entry.save,
        LedgerEntry.objects.all().delete,
        LedgerPayload.objects.all().delete,
        lambda: LedgerEntry.objects.bulk_update([entry], ["kind"]),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attack()


def test_every_trigger_is_there_after_migrating(db):
    assert triggers.missing(connection) == set()


@pytest.mark.django_db(transaction=True)
def test_a_dropped_trigger_is_missed():
    triggers.remove(connection)
    gone = triggers.missing(connection)
    triggers.install(connection)
    assert "ledger_entry_at_the_end" in gone
    assert triggers.missing(connection) == set()
