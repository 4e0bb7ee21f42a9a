import sqlite3

import psycopg
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, OperationalError

from consultancy.actions.discard_file import discard_file
from consultancy.errors import InstallationReadOnly


def caused_by(error, cause):
    error.__cause__ = cause
    return error


BROKEN = caused_by(OperationalError(), psycopg.OperationalError("connection lost"))
ANSWERED = [
    caused_by(OperationalError(), psycopg.errors.DiskFull("no room")),
    caused_by(IntegrityError(), psycopg.errors.UniqueViolation("twice")),
    caused_by(OperationalError(), sqlite3.OperationalError("disk is full")),
    OperationalError("from nowhere"),
    InstallationReadOnly("missing"),
]


@pytest.fixture
def stored():
    return default_storage.save("documents/a.pdf", ContentFile(b"x"))


@pytest.mark.parametrize("error", ANSWERED, ids=repr)
def test_what_surely_has_no_row_goes(stored, error):
    discard_file(stored, after=error)
    assert not default_storage.exists(stored)


def test_after_a_connection_that_broke_a_row_may_name_it_so_it_stays(stored):
    discard_file(stored, after=BROKEN)
    assert default_storage.exists(stored)
