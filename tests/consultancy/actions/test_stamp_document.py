"""Tests 49 and 50 of the threat model: a letter is issued at once whatever becomes of
its timestamp, says so, and gets it later."""

import random
import time
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from django.urls import reverse

from consultancy.actions.stamp_document import pause_after, stamp_due
from consultancy.actions.take_signed_copy import take_signed_copy
from consultancy.models import (
    Authority,
    DocumentFile,
    LedgerEntry,
    SigningKey,
    Timestamp,
    User,
)
from consultancy.paper.timestamps import Stamper
from consultancy.paper.verify import verify_signatures
from consultancy.selectors.verification import verify_file
from requests_log.actions.record_decision import record_decision
from requests_log.actions.run_due import run_due
from tests.consultancy.actions.test_take_signed_copy import GENUINE
from tests.consultancy.paper.fake_tsa import ENDLESS, ROOT_PEM, STAMPED_AT, fake_tsa
from tests.consultancy.paper.signatures import countersigned
from tests.people import NOW, answer, make_advised

LATER = NOW + timedelta(minutes=2)
FAULTS = ["error", "redirect", "other nonce", "other imprint", "other certificate"]
FAULTS += ["huge", "nonsense", "broken", "refusal", "certificate for mail"]


@pytest.fixture
def tsa(settings, tmp_path):
    roots = tmp_path / "roots.pem"
    roots.write_text(ROOT_PEM)
    with fake_tsa() as server:
        settings.TSA_URL, settings.TSA_CERTIFICATES = server.url, roots
        yield server


def issued(bruno):
    return record_decision(make_advised(bruno), answer=answer(), at=NOW).document


def trusted(pdf):
    key = SigningKey.objects.get()
    return verify_signatures(pdf, pinned={key.fingerprint}, roots=()).is_unchanged


def test_a_letter_bears_the_timestamp_that_came_in_time(bruno, tsa):
    document = issued(bruno)
    assert (document.timestamp.at, document.timestamp.authority) == (
        STAMPED_AT,
        "Clock 1",
    )
    assert not document.awaits_timestamp
    file = document.files.get()
    assert trusted(file.file.read())
    told = LedgerEntry.objects.get(kind="document_issued").payload.content
    assert told["stamped_at"] == STAMPED_AT.isoformat()
    assert stamp_due(now=LATER) == 0


@pytest.mark.parametrize("does", FAULTS)
def test_50_whatever_the_authority_does_the_letter_is_issued_and_says_so(
    bruno, tsa, browser_of, does
):
    tsa.does = does
    document = issued(bruno)
    assert document.status == "issued"
    assert document.awaits_timestamp
    assert trusted(document.files.get().file.read())
    told = LedgerEntry.objects.get(kind="document_issued").payload.content
    assert told["stamped_at"] is None
    User.objects.update(language="en")
    browser = browser_of(bruno.consultant)
    for name in ("document_list", "document_detail"):
        pk = [document.pk] if name == "document_detail" else []
        page = browser.get(reverse(name, args=pk)).content.decode()
        assert "No timestamp yet" in page


@pytest.mark.parametrize("does", ["slow", "drip"])
def test_50_a_slow_one_is_not_waited_for(bruno, tsa, monkeypatch, does):
    impatient = partial(Stamper, seconds=0.5)
    monkeypatch.setattr("consultancy.actions.sign_letter.Stamper", impatient)
    tsa.does = does
    request, began = make_advised(bruno), time.monotonic()
    document = record_decision(request, answer=answer(), at=NOW).document
    assert document.awaits_timestamp
    assert len(tsa.asked) == 1
    assert time.monotonic() - began < ENDLESS / 2


def test_50_one_that_is_gone_is_asked_again_and_again(bruno, tsa, settings):
    settings.TSA_URL = "http://127.0.0.1:1/"
    document = issued(bruno)
    assert stamp_due(now=NOW) == 0
    assert Timestamp.objects.get().tries == 1
    for tries, now in ((2, LATER), (2, LATER), (3, LATER + timedelta(minutes=2))):
        assert stamp_due(now=now) == 0
        assert Timestamp.objects.get().tries == tries
    settings.TSA_URL = tsa.url
    assert stamp_due(now=LATER + timedelta(hours=1)) == 1
    document.refresh_from_db()
    assert not document.awaits_timestamp
    assert stamp_due(now=LATER + timedelta(days=1)) == 0


def test_a_late_timestamp_is_a_further_file_and_the_first_stays_genuine(
    bruno, tsa, browser_of
):
    tsa.does = "error"
    document = issued(bruno)
    first = document.files.get().file.read()
    tsa.does = "well"
    assert run_due(now=LATER).stamped == 1
    later = document.files.get(kind="timestamped")
    content = later.file.read()
    assert content.startswith(first)
    assert {verify_file(pdf).answer for pdf in (first, content)} <= GENUINE
    entry = LedgerEntry.objects.get(kind="document_timestamped")
    assert entry.payload.content["sha256"] == later.sha256
    assert entry.actor == "system"
    handed = browser_of(bruno.consultant).get(
        reverse("document_file", args=[document.pk])
    )
    assert b"".join(handed.streaming_content) == content


def test_what_the_client_signed_meanwhile_is_stamped_with_the_letter(bruno, tsa):
    tsa.does = "error"
    document = issued(bruno)
    signed = countersigned(document.files.get().file.read())
    take_signed_copy(document, content=signed, signed_by="client", at=NOW)
    tsa.does = "well"
    assert stamp_due(now=LATER) == 1
    assert document.files.get(kind="timestamped").file.read().startswith(signed)


def test_two_at_once_ask_once(bruno, tsa, monkeypatch):
    tsa.does = "error"
    issued(bruno)
    tsa.does = "well"
    tsa.asked.clear()
    seen = list(Timestamp.objects.select_related("document__consultant__user"))
    assert stamp_due(now=LATER) == 1
    place = "consultancy.actions.stamp_document.awaited_timestamps"
    monkeypatch.setattr(place, lambda _now: seen)
    assert stamp_due(now=LATER) == 0
    assert len(tsa.asked) == 1


def test_a_file_that_is_not_whole_is_not_stamped(bruno, tsa):
    tsa.does = "error"
    document = issued(bruno)
    file = document.files.get()
    Path(file.file.path).write_bytes(file.file.read() + b"x")
    tsa.does = "well"
    assert stamp_due(now=LATER) == 0
    assert DocumentFile.objects.count() == 1


def test_read_only_stamps_nothing(bruno, tsa, settings):
    tsa.does = "error"
    issued(bruno)
    tsa.does, settings.SIGNING_SECRET = "well", ""
    assert stamp_due(now=LATER) == 0
    assert Timestamp.objects.get().at is None
    assert DocumentFile.objects.count() == 1


def test_without_an_authority_nothing_is_awaited(bruno):
    assert not issued(bruno).awaits_timestamp
    assert not Timestamp.objects.exists()
    told = LedgerEntry.objects.get(kind="document_issued").payload.content
    assert "stamped_at" not in told
    assert stamp_due(now=LATER) == 0


def test_roots_that_cannot_be_read_leave_the_letter_without_it(bruno, tsa, settings):
    settings.TSA_CERTIFICATES.unlink()
    assert issued(bruno).awaits_timestamp


def test_49_after_its_certificate_ran_out_the_letter_is_valid_as_of_its_day(bruno, tsa):
    document = issued(bruno)
    key = SigningKey.objects.get()
    stamp = document.timestamp
    assert key.valid_from < stamp.at < key.valid_until
    roots = [Authority.objects.get().certificate]
    pdf = document.files.get().file.read()
    SigningKey.objects.update(retired_at=key.valid_until)
    report = verify_signatures(pdf, pinned={key.fingerprint}, roots=roots)
    assert report.is_unchanged
    assert report.signatures[0].is_trusted
    assert verify_file(pdf).answer in GENUINE


def test_pauses_double_and_have_an_end():
    pauses = [pause_after(tries) for tries in (1, 2, 3, 9, 10, 1_000)]
    minutes = [pause.total_seconds() / 60 for pause in pauses]
    assert minutes == [1, 2, 4, 256, 360, 360]


def test_a_byte_flipped_in_a_stamped_letter_is_reported(bruno, tsa):
    letter = issued(bruno).files.get().file.read()
    chance = random.Random(50)
    for place in chance.sample(range(len(letter)), 40):
        broken = bytearray(letter)
        broken[place] ^= 1 << chance.randrange(8)
        assert verify_file(bytes(broken)).answer not in GENUINE
