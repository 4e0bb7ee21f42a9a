"""The role that the README tells to serve with: it writes what the app writes, and
cannot touch the ledger. The lines are taken from there."""

import os
import re
import uuid

import psycopg
import pytest
from django.db import connection, transaction

from consultancy.actions.note_on_client import note_on_client
from consultancy.ledger.verify import verify_chain
from go_steps.console import ROOT
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's roles"),
]
# Roles belong to the whole server, which tests may share that run at the same time.
APP, OWNER = (
    f"por_escrito_{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    for name in ("app", "owner")
)
ENTRIES, PAYLOADS = "consultancy_ledgerentry", "consultancy_ledgerpayload"
ATTACKS = [
    f"UPDATE {ENTRIES} SET kind = 'forged'",
    f"DELETE FROM {ENTRIES}",
    f"TRUNCATE {ENTRIES} CASCADE",
    f"UPDATE {PAYLOADS} SET content = '{{}}'",
    f"DELETE FROM {PAYLOADS}",
    f"TRUNCATE {PAYLOADS}",
    f"DROP TRIGGER ledger_entry_no_change ON {ENTRIES}",
    f"ALTER TABLE {ENTRIES} DISABLE TRIGGER ALL",
    f"ALTER TABLE {PAYLOADS} OWNER TO CURRENT_USER",
    f"DROP TABLE {ENTRIES} CASCADE",
    f"CREATE TRIGGER mine BEFORE INSERT ON {ENTRIES} EXECUTE FUNCTION ledger_refuse()",
    "CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger AS '' LANGUAGE plpgsql",
    "SET session_replication_role = replica",
    "SET ROLE owner",
    "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "DELETE FROM django_migrations",
]


def lines_of_the_readme():
    blocks = re.findall(r"```sql\n(.+?)```", (ROOT / "README.md").read_text(), re.S)
    roles, grants = blocks
    lines = [*roles.splitlines()[:2], *grants.splitlines()]
    named = {"por_escrito_app": APP, "por_escrito_owner": OWNER}
    return [re.sub(r"por_escrito_\w+", lambda m: named[m[0]], line) for line in lines]


def run(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, None)


@pytest.fixture
def served():
    """Make the roles while the test runs."""
    run(*lines_of_the_readme())
    yield
    run("RESET ROLE")
    for role in (APP, OWNER):
        run(f"DROP OWNED BY {role}", f"DROP ROLE {role}")


def test_the_app_does_all_its_work_with_it(served, bruno):
    run(f"SET ROLE {APP}")
    decision = record_decision(make_advised(bruno), answer=answer(), at=NOW)
    note_on_client(bruno, text="Paga tarde.", submission=uuid.uuid4(), at=NOW)
    assert decision.document.files.exists()
    assert verify_chain(bruno.consultant).fault is None


@pytest.mark.parametrize("attack", ATTACKS)
def test_it_cannot_touch_the_ledger(served, bruno, attack):
    named = connection.get_connection_params()
    with psycopg.connect(host=named["host"], dbname=named["dbname"], user=APP) as app:
        with pytest.raises(psycopg.Error) as refused:
            app.execute(attack.replace("ROLE owner", f"ROLE {OWNER}"))
        app.rollback()
    # What an entry told may be deleted, but not without an entry that says so.
    by_trigger = attack == f"DELETE FROM {PAYLOADS}"
    said = "append-only" if by_trigger else "permission|must be owner|must be member"
    assert re.search(said, str(refused.value))
    assert verify_chain(bruno.consultant).fault is None


def test_without_the_guide_the_owner_gets_round_the_triggers(bruno):
    with transaction.atomic():
        run("SET LOCAL session_replication_role = replica")
        run(f"UPDATE {ENTRIES} SET kind = 'forged' WHERE seq = 1")
    assert verify_chain(bruno.consultant).fault.seq == 1
