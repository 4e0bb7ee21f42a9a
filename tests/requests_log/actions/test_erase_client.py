"""A client is erased: nothing of him can be read, and the ledger holds as before."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection, transaction

from consultancy.actions.finish_erasure import finish_erasure
from consultancy.actions.hold_client import hold_client, release_client
from consultancy.actions.keep_file import Upload, keep_file
from consultancy.actions.note_erasures import noted_erasures
from consultancy.actions.note_on_client import note_on_client
from consultancy.actions.set_client_status import StatusData, set_client_status
from consultancy.errors import AlreadyErased, LetterBeingWritten, OnHold
from consultancy.ledger.verify import verify_chain
from consultancy.models import (
    Client,
    Document,
    DocumentFile,
    Erasure,
    KeptFile,
    LedgerEntry,
    LedgerPayload,
)
from consultancy.paper.errors import RenderError
from consultancy.selectors.clients import clients_of
from consultancy.selectors.verification import Answer, verify_file
from requests_log.actions.attach_files import attach_files
from requests_log.actions.erase_client import erase_client
from requests_log.actions.record_decision import record_decision
from requests_log.actions.run_due import run_due
from requests_log.actions.switch_rule import switch_rule_off
from requests_log.errors import AlreadyMoved
from requests_log.models import ClientRequest
from requests_log.selectors.stores import STORES, Fate
from tests.people import NOW, answer, make_advised, make_client, make_request, prove

CANARY = "canariovioleta"
TODAY = NOW.date()


def fill(client):
    """Put the canary wherever a client's words may stand."""
    note_on_client(client, text=f"Nota {CANARY}", submission=uuid.uuid4(), at=NOW)
    switch_rule_off(
        client.consultant, rule="spam", client=client, reason=f"Por {CANARY}", at=NOW
    )
    request = make_advised(client, f"Cómprame 5.000 seguidores {CANARY}")
    upload = Upload(f"{CANARY}.txt", "text/plain", CANARY.encode())
    file = keep_file(client.consultant, upload=upload, at=NOW)
    attach_files(request, files=[file], submission=uuid.uuid4(), at=NOW)
    return request


def erase(client, **more):
    return erase_client(client, ground="requested", today=TODAY, at=NOW, **more)


def stored_files():
    folders, found = ["."], []
    while folders:
        folder = folders.pop()
        if not default_storage.exists(folder):
            continue
        inner, files = default_storage.listdir(folder)
        folders += [f"{folder}/{name}" for name in inner]
        found += [default_storage.open(f"{folder}/{name}").read() for name in files]
    return found


def whole_database():
    """Return every byte that SQLite holds, free pages too, or every row's text."""
    if connection.vendor == "sqlite":
        return connection.connection.serialize()
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        rows = []
        for table in tables:
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            rows += [row[0] for row in cursor.fetchall()]
    return "\n".join(rows).encode()


@pytest.fixture
def unwritten(bruno):
    fill(bruno)
    return bruno


@pytest.fixture
def written(bruno):
    """Bruno's client with a letter, and a request that led to none."""
    prove(bruno.strategies.get())
    request = fill(bruno)
    record_decision(request, answer=answer(words=f"Da igual {CANARY}"), at=NOW)
    make_advised(bruno, "Otra cosa: ábrenos un TikTok")
    return bruno


@pytest.mark.django_db(transaction=True)
def test_of_who_never_had_a_letter_nothing_is_left(unwritten, settings):
    marta, pk = unwritten.consultant, unwritten.pk
    assert CANARY.encode() in whole_database()
    erasure = erase(unwritten)
    assert erasure.done_at == NOW
    assert not Client.objects.exists()
    assert CANARY.encode() not in whole_database()
    assert stored_files() == []
    told = noted_erasures(settings.ERASURES_FILE)
    assert [(each.client, each.done) for each in told] == [(pk, True)]
    report = verify_chain(marta)
    assert report.fault is None
    assert report.erased > 5


def test_other_clients_keep_all_that_is_theirs(unwritten):
    ana = make_client(unwritten.consultant, "Pastelería Ana")
    fill(ana)
    before = [(s.label, s.of_client(ana).count()) for s in STORES if s.to_client]
    payloads = LedgerPayload.objects.filter(entry__subject=f"client:{ana.pk}").count()
    erase(unwritten)
    after = [(s.label, s.of_client(ana).count()) for s in STORES if s.to_client]
    assert after == before
    told = LedgerPayload.objects.filter(entry__subject=f"client:{ana.pk}").count()
    assert told == payloads
    switched = LedgerEntry.objects.filter(subject="rule:spam", kind__contains="off")
    assert [hasattr(e, "payload") for e in switched.order_by("seq")] == [False, True]


def test_a_letter_is_kept_and_all_else_is_gone(written):
    marta = written.consultant
    erasure = erase(written)
    assert erasure.done_at is None
    assert erasure.keep_until == date(2032, 11, 22)
    for store in STORES:
        if store.fate is Fate.DELETED:
            assert not store.of_client(written).exists(), store.label
    assert not ClientRequest.objects.exists()
    assert list(clients_of(marta)) == []
    assert DocumentFile.objects.get().file
    kept = {entry.kind for entry in LedgerEntry.objects.filter(payload__isnull=False)}
    assert "decide_overrides" in kept
    assert not kept & {"client_note_added", "client_added", "rule_switched_off"}
    assert verify_chain(marta).fault is None


def test_the_files_that_explain_a_letter_are_kept_and_no_others(written):
    other = ClientRequest.objects.get(text__contains="TikTok")
    upload = Upload("x.txt", "text/plain", b"sin carta")
    file = keep_file(written.consultant, upload=upload, at=NOW)
    attach_files(other, files=[file], submission=uuid.uuid4(), at=NOW)
    erasure = erase(written)
    names = set(erasure.files.values_list("name", flat=True))
    assert names == {f"{CANARY}.txt", "acta.pdf"}
    assert not KeptFile.objects.filter(pk=file.pk).exists()
    assert not KeptFile.objects.filter(withheld_at=None).exists()


@pytest.mark.django_db(transaction=True)
def test_on_its_day_the_rest_goes_by_itself(written):
    marta = written.consultant
    letter = DocumentFile.objects.get().file.open("rb").read()
    erase(written)
    run_due(now=NOW + timedelta(days=365 * 5))
    assert Client.objects.exists()
    run_due(now=NOW + timedelta(days=365 * 6 + 3))
    assert not Client.objects.exists()
    assert Erasure.objects.get().done_at
    assert stored_files() == []
    assert CANARY.encode() not in whole_database()
    document = Document.objects.get()
    assert (document.number, document.recipient, document.record) == (
        "2026-0001",
        "",
        {},
    )
    report = verify_chain(marta)
    assert (report.fault, report.anchors) == (None, 1)
    # Who still holds the letter can have it checked: its fingerprint tells of nobody.
    assert verify_file(letter).answer is Answer.UNCHANGED


def test_a_number_is_never_given_again(written):
    finish_erasure(erase(written), at=NOW)
    ana = make_client(written.consultant, "Pastelería Ana")
    second = record_decision(make_advised(ana), answer=answer(), at=NOW).document
    assert second.number == "2026-0002"


def test_a_name_is_free_again(written):
    erase(written)
    assert make_client(written.consultant, written.name).pk != written.pk


def test_once_the_retention_is_over_all_goes_at_once(written):
    written.status, written.status_on = "ended", TODAY
    written.save()
    later = TODAY.replace(year=TODAY.year + 6) + timedelta(days=1)
    erasure = erase_client(written, ground="not_needed", today=later, at=NOW)
    assert erasure.done_at


def test_an_end_before_the_last_letter_was_no_end(written):
    ended = StatusData("ended", date(2019, 1, 1), "")
    seen = {"status": "active", "status_on": None, "status_reason": ""}
    set_client_status(written, status=ended, seen=seen, at=NOW)
    assert erase(written).keep_until == date(2032, 11, 22)


def test_while_it_is_on_hold_nothing_goes(written):
    hold_client(written, reason="Demanda 12/2026", at=NOW)
    with pytest.raises(OnHold, match="Demanda"):
        erase(written)
    release_client(written, at=NOW)
    erasure = erase(written)
    hold_client(written, reason="Otra demanda", at=NOW)
    run_due(now=NOW + timedelta(days=365 * 7))
    erasure.refresh_from_db()
    assert erasure.done_at is None
    with pytest.raises(OnHold):
        finish_erasure(erasure, at=NOW)


def test_a_letter_that_is_being_written_comes_first(bruno, monkeypatch):
    def busy(*_args, **_more):
        raise RenderError(RenderError.BUSY)

    monkeypatch.setattr("consultancy.actions.issue_document.render", busy)
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    with pytest.raises(LetterBeingWritten):
        erase(bruno)


def test_twice_is_once(written):
    erase(written)
    with pytest.raises(AlreadyErased):
        erase(written)
    assert Erasure.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_file_that_stays_on_the_disk_is_tried_again(unwritten, monkeypatch):
    def full(_name):
        raise OSError("busy")

    with monkeypatch.context() as broken:
        broken.setattr(default_storage._wrapped, "delete", full, raising=False)
        erase(unwritten)
    assert Erasure.objects.get().leftover
    assert CANARY.encode() in b"".join(stored_files())
    run_due(now=NOW)
    assert Erasure.objects.get().leftover == []
    assert stored_files() == []


def test_a_ledger_whose_content_just_vanished_is_broken_all_the_same(written):
    erase(written)
    report = verify_chain(written.consultant)
    kept = LedgerEntry.objects.get(kind="document_issued")
    assert report.fault is None
    with pytest.raises(DatabaseError), transaction.atomic():
        LedgerPayload.objects.filter(entry=kept).delete()


def test_what_came_in_while_it_was_erased_is_refused_or_goes_later(written):
    ghost = Client.objects.get(pk=written.pk)
    erasure = erase(written)
    with pytest.raises(AlreadyMoved):
        make_request(ghost, f"Otra {CANARY}")
    note_on_client(ghost, text=f"Tarde {CANARY}", submission=uuid.uuid4(), at=NOW)
    run_due(now=NOW + timedelta(days=365 * 7))
    erasure.refresh_from_db()
    assert erasure.done_at
    told = LedgerEntry.objects.filter(kind="client_note_added", payload__isnull=False)
    assert not told.exists()
