"""B-LT on request: a further file that holds all that checking takes, or nothing."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError

from consultancy.actions import make_last as module
from consultancy.actions.make_last import make_last
from consultancy.actions.take_signed_copy import take_signed_copy
from consultancy.errors import InstallationReadOnly
from consultancy.models import DocumentFile, LedgerEntry
from consultancy.paper.errors import ChildError, FetchFailed, NotLasting
from consultancy.selectors.documents import file_to_hand_out
from consultancy.selectors.verification import Answer, verify_file
from tests.consultancy.lasting import issued, real_chain
from tests.consultancy.paper.signatures import countersigned
from tests.people import NOW

LATER = NOW + timedelta(minutes=2)


@pytest.fixture
def issuers(settings, tmp_path):
    with real_chain(settings, tmp_path) as issuers:
        yield issuers


def stored(document):
    return sorted(path.name for path in document_folder(document).iterdir())


def document_folder(document):
    first = document.files.earliest("pk")
    return Path(first.file.path).parent


def test_it_becomes_a_further_file_and_the_others_stay_genuine(bruno, issuers):
    document = issued(bruno)
    first = document.files.get().file.read()
    file = make_last(document, at=LATER)
    content = file.file.read()
    assert content.startswith(first)
    assert verify_file(first).answer == Answer.EARLIER_COPY
    assert verify_file(content).answer == Answer.UNCHANGED
    assert file_to_hand_out(document) == file
    entry = LedgerEntry.objects.get(kind="document_lasting")
    assert entry.payload.content["sha256"] == file.sha256
    asked = [
        (each["certificate"], each["by"]) for each in entry.payload.content["asked"]
    ]
    assert asked == [("Clock 2", "crl"), ("Time CA", "crl")]
    assert entry.actor.startswith("consultant:")


def test_asked_for_twice_it_is_done_once_until_something_comes(bruno, issuers):
    document = issued(bruno)
    first = make_last(document, at=LATER)
    issuers.asked.clear()
    assert make_last(document, at=LATER) == first
    assert issuers.asked == []
    signed = countersigned(first.file.read())
    take_signed_copy(document, content=signed, signed_by="client", at=LATER)
    second = make_last(document, at=LATER)
    assert second != first
    content = second.file.read()
    assert content.startswith(signed)
    assert verify_file(content).answer == Answer.COUNTER_SIGNED


def test_a_copy_signed_after_it_is_counter_signed_and_nothing_else(bruno, issuers):
    content = make_last(issued(bruno), at=LATER).file.read()
    assert verify_file(countersigned(content)).answer == Answer.COUNTER_SIGNED
    assert verify_file(content + b"% x").answer == Answer.APPENDED


@pytest.mark.parametrize("does", ["error", "nonsense", "huge", "stale", "of another"])
def test_what_cannot_be_had_leaves_the_letter_as_it_was(bruno, issuers, does):
    document = issued(bruno)
    before = stored(document), LedgerEntry.objects.count()
    issuers.does["/Time-Root.crl"] = does
    with pytest.raises(NotLasting):
        make_last(document, at=LATER)
    assert document.files.count() == 1
    assert (stored(document), LedgerEntry.objects.count()) == before
    issuers.does.clear()
    assert make_last(document, at=LATER)


def test_a_private_network_is_asked_only_where_the_settings_allow_it(
    bruno, issuers, settings
):
    document = issued(bruno)
    settings.REVOCATION_HOSTS = []
    with pytest.raises(NotLasting) as caught:
        make_last(document, at=LATER)
    assert caught.value.reason == FetchFailed.PRIVATE
    assert issuers.asked == []


def test_a_letter_without_a_timestamp_is_refused(bruno, settings):
    with pytest.raises(NotLasting) as caught:
        make_last(issued(bruno), at=LATER)
    assert caught.value.reason == NotLasting.NO_STAMP


def test_a_file_that_is_not_whole_is_left_alone(bruno, issuers):
    document = issued(bruno)
    file = document.files.get()
    path = document_folder(document) / file.file.name.rsplit("/", 1)[1]
    path.write_bytes(file.file.read() + b"x")
    with pytest.raises(NotLasting) as caught:
        make_last(document, at=LATER)
    assert caught.value.reason == NotLasting.DAMAGED
    assert issuers.asked == []


def test_read_only_asks_nobody(bruno, issuers, settings):
    document = issued(bruno)
    settings.SIGNING_SECRET = ""
    with pytest.raises(InstallationReadOnly):
        make_last(document, at=LATER)
    assert issuers.asked == []


def test_where_the_reader_gives_up_it_is_said(bruno, issuers, monkeypatch):
    document = issued(bruno)
    for reason, said in {
        ChildError.BUSY: NotLasting.BUSY,
        ChildError.CPU: NotLasting.DAMAGED,
    }.items():

        def give_up(*_args, reason=reason):
            raise ChildError(reason)

        monkeypatch.setattr("consultancy.paper.ask_issuers.Issuers.make_last", give_up)
        with pytest.raises(NotLasting) as caught:
            make_last(document, at=LATER)
        assert caught.value.reason == said


def test_pressed_twice_at_once_one_file_comes(bruno, issuers, monkeypatch):
    document = issued(bruno)
    ask = module._asked

    def while_another_does_it(file, at):
        lasting = ask(file, at)
        monkeypatch.setattr(module, "_asked", ask)
        make_last(document, at=at)
        return lasting

    monkeypatch.setattr(module, "_asked", while_another_does_it)
    file = make_last(document, at=LATER)
    assert document.files.filter(kind="lasting").get() == file
    assert len(stored(document)) == 2


def test_a_fault_of_the_database_leaves_no_file_behind(bruno, issuers, monkeypatch):
    document = issued(bruno)
    before = stored(document)

    class Refused(DatabaseError):
        pass

    def refuse(*_args, **_more):
        error = Refused()
        error.__cause__ = type("Answered", (Exception,), {"sqlstate": "53100"})()
        raise error

    monkeypatch.setattr(module, "write_down", refuse)
    with pytest.raises(DatabaseError):
        make_last(document, at=LATER)
    assert stored(document) == before
    assert DocumentFile.objects.count() == 1
