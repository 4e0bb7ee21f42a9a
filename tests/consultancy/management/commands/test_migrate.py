import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def test_tables_of_a_newer_version_are_left_alone(db):
    MigrationRecorder(connection).record_applied("consultancy", "9999_later")
    with pytest.raises(CommandError, match="newer version"):
        call_command("migrate", verbosity=0)


def test_it_may_run_where_the_tables_are_not_whole(db):
    newest = MigrationLoader(connection).graph.leaf_nodes("requests_log")[0]
    MigrationRecorder(connection).record_unapplied(*newest)
    call_command("migrate", plan=True, verbosity=0, skip_checks=False)
