import pytest
from django.core.management import CommandError, call_command

from consultancy.models import LedgerEntry
from tests.consultancy.lasting import issued, real_chain


@pytest.fixture
def issuers(settings, tmp_path):
    with real_chain(settings, tmp_path) as issuers:
        yield issuers


def test_it_makes_one_letter_last(bruno, issuers, capsys):
    document = issued(bruno)
    call_command("make_last", bruno.consultant.user.email, document.number)
    file = document.files.latest("pk")
    assert capsys.readouterr().out.split() == [document.number, file.sha256]
    assert LedgerEntry.objects.get(kind="document_lasting").actor == "system"


def test_it_says_what_is_missing(bruno, issuers):
    document = issued(bruno)
    issuers.does["/Time-Root.crl"] = "error"
    with pytest.raises(CommandError, match="Time CA"):
        call_command("make_last", bruno.consultant.user.email, document.number)


@pytest.mark.parametrize("number", ["2026-0009", "7", "2026-0001; x"])
def test_no_other_letter_is_there(bruno, marta, number):
    with pytest.raises(CommandError, match="No letter"):
        call_command("make_last", marta.user.email, number)


def test_a_letter_is_its_own_consultant_s(bruno, issuers, nadia):
    document = issued(bruno)
    with pytest.raises(CommandError, match="No letter"):
        call_command("make_last", nadia.user.email, document.number)


def test_read_only_is_told(bruno, issuers, settings):
    document = issued(bruno)
    settings.SIGNING_SECRET = ""
    with pytest.raises(CommandError, match="SIGNING_SECRET"):
        call_command("make_last", bruno.consultant.user.email, document.number)
