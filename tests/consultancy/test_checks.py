import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from consultancy.checks import (
    public_address_is_one,
    secrets_are_set,
    timestamps_can_be_asked_for,
)
from consultancy.ledger import triggers
from tests.consultancy.paper.fake_tsa import ROOT_PEM


def ids(messages):
    return [message.id for message in messages]


def test_a_sound_installation_has_nothing_to_say(db):
    assert secrets_are_set() == []
    call_command("check", databases=["default"])


def test_no_secret_key_is_an_error(settings):
    settings.CONFIGURED_SECRET_KEY = None
    assert ids(secrets_are_set()) == ["consultancy.E002"]


def test_no_signing_secret_is_a_warning(settings):
    settings.SIGNING_SECRET = None
    assert ids(secrets_are_set()) == ["consultancy.W001"]


@pytest.mark.parametrize("told", ["", "https://a.example", "http://a.example:8000"])
def test_a_public_address_is_scheme_and_host(settings, told):
    settings.PUBLIC_URL = told
    assert public_address_is_one() == []


@pytest.mark.parametrize(
    "told", ["a.example", "https://", "https://a.example/app", "ftp://a.example"]
)
def test_a_public_address_that_leads_nowhere_is_an_error(settings, told):
    settings.PUBLIC_URL = told
    assert ids(public_address_is_one()) == ["consultancy.E003"]


@pytest.mark.django_db(transaction=True)
def test_a_ledger_without_its_triggers_is_not_served():
    triggers.remove(connection)
    try:
        with pytest.raises(SystemCheckError, match=r"consultancy\.E001"):
            call_command("check", databases=["default"])
    finally:
        triggers.install(connection)


@pytest.mark.parametrize(
    ("url", "file", "found"),
    [
        ("", None, []),
        ("https://tsa.example/", "roots.pem", []),
        ("tsa.example", None, ["consultancy.E010"]),
        ("file:///etc/passwd", None, ["consultancy.E010"]),
        ("https://tsa.example/", None, ["consultancy.W010"]),
        ("https://tsa.example/", "empty.pem", ["consultancy.W010"]),
        ("https://tsa.example/", "none.pem", ["consultancy.E011"]),
    ],
)
def test_whom_to_ask_for_timestamps_is_looked_at(settings, tmp_path, url, file, found):
    (tmp_path / "roots.pem").write_text(ROOT_PEM)
    (tmp_path / "empty.pem").write_text("")
    settings.TSA_URL = url
    settings.TSA_CERTIFICATES = file and tmp_path / file
    assert ids(timestamps_can_be_asked_for()) == found


@pytest.mark.parametrize(
    ("row", "said"),
    [("new", r"consultancy\.E004"), ("gone", r"consultancy\.E005")],
)
def test_tables_of_another_version_are_not_served(db, row, said):
    if row == "new":
        MigrationRecorder(connection).record_applied("consultancy", "9999_later")
    else:
        MigrationRecorder(connection).record_unapplied("requests_log", "0001_initial")
    with pytest.raises(SystemCheckError, match=said):
        call_command("check", databases=["default"])
