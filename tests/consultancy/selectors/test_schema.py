import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from consultancy.errors import WrongSchema
from consultancy.selectors.schema import refuse_wrong_schema, schema_state


@pytest.fixture
def recorder(db):
    return MigrationRecorder(connection)


def test_migrated_tables_fit(db):
    refuse_wrong_schema(connection)


def test_tables_of_a_newer_version_are_refused(recorder):
    recorder.record_applied("consultancy", "9999_later")
    with pytest.raises(WrongSchema, match=r"newer version: consultancy\.9999_later"):
        refuse_wrong_schema(connection)


def test_tables_migrated_by_half_are_refused(recorder):
    recorder.record_unapplied("requests_log", "0001_initial")
    with pytest.raises(WrongSchema, match=r"requests_log\.0001_initial is not applied"):
        refuse_wrong_schema(connection)


def test_what_another_app_left_behind_does_not_count(recorder):
    recorder.record_applied("gone", "0001_initial")
    assert schema_state(connection).unknown == ()
