"""An override is safe first and in writing at once; the rest needs no letter."""

import errno

import pytest
from django.core.files.storage import default_storage

from consultancy.models import Client, Document, LedgerEntry
from consultancy.paper.errors import RenderError
from requests_log.actions.close_unanswered import close_unanswered
from requests_log.actions.confirm_in_writing import confirm_in_writing
from requests_log.actions.correct_decision import correct_decision
from requests_log.actions.record_decision import record_decision
from requests_log.actions.run_due import run_due
from requests_log.actions.write_letter import write_letter
from requests_log.errors import MoveRefused
from requests_log.letters.context import render_job
from requests_log.letters.kinds import from_record
from requests_log.models import ClientRequest, Decision
from tests.people import (
    ADVICE,
    NOW,
    WANTS_TIKTOK,
    advise,
    answer,
    make_advised,
    send_advice,
)


def kinds(consultant):
    entries = LedgerEntry.objects.of(consultant).order_by("seq")
    return list(entries.values_list("kind", flat=True))


def test_an_override_is_in_writing_at_once(bruno):
    request = make_advised(bruno)
    decision = record_decision(request, answer=answer(), at=NOW)
    assert request.stage == "overridden"
    assert decision.document.status == "issued"
    assert decision.document.number == "2026-0001"
    assert kinds(bruno.consultant)[-4:] == [
        "decide_overrides",
        "document_reserved",
        "signing_key_made",
        "document_issued",
    ]


def test_the_letter_s_ledger_head_is_the_decision_s_own_entry(bruno):
    decision = record_decision(make_advised(bruno), answer=answer(), at=NOW)
    entry = LedgerEntry.objects.get(kind="decide_overrides")
    assert decision.document.ledger_head == entry.hash
    assert decision.document.record["ledger_head"]["hash"] == entry.hash


@pytest.mark.parametrize(
    ("text", "ending"),
    [("Cómprame 5.000 seguidores", "bad_practice"), (WANTS_TIKTOK, "off_strategy")],
)
def test_the_letter_ends_as_the_verdict_says(bruno, text, ending):
    request = make_advised(bruno, text)
    decision = record_decision(request, answer=answer(), at=NOW)
    assert decision.document.record["ending"] == ending


def test_numbers_count_up(bruno):
    numbers = [
        record_decision(make_advised(bruno), answer=answer(), at=NOW).document.number
        for _ in range(2)
    ]
    assert numbers == ["2026-0001", "2026-0002"]


@pytest.mark.parametrize(
    ("outcome", "stage"), [("follows", "followed"), ("withdraws", "withdrawn")]
)
def test_what_is_no_override_needs_no_letter(bruno, outcome, stage):
    request = make_advised(bruno)
    decision = record_decision(request, answer=answer(outcome, words=""), at=NOW)
    assert (request.stage, decision.document) == (stage, None)
    assert not Document.objects.exists()


def test_a_decision_is_taken_once(bruno):
    request = make_advised(bruno)
    record_decision(request, answer=answer(), at=NOW)
    with pytest.raises(MoveRefused):
        record_decision(request, answer=answer("follows"), at=NOW)
    assert Decision.objects.get().outcome == "overrides"


def broken_renderer(*_args, **_kwargs):
    raise RenderError(RenderError.TIMEOUT)


def full_disk(*_args, **_kwargs):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ("consultancy.actions.issue_document.render", broken_renderer),
        ("consultancy.actions.store_letter.default_storage.save", full_disk),
    ],
)
def test_a_letter_that_cannot_be_written_waits_and_the_decision_is_safe(
    bruno, monkeypatch, place, fault
):
    request = make_advised(bruno)
    with monkeypatch.context() as broken:
        broken.setattr(place, fault)
        decision = record_decision(request, answer=answer(), at=NOW)
    assert request.stage == "overridden"
    assert decision.document.status == "pending"
    assert not decision.document.files.exists()
    assert run_due(now=NOW).written == 1
    decision.document.refresh_from_db()
    assert decision.document.status == "issued"


def test_a_letter_is_never_written_twice(bruno):
    decision = record_decision(make_advised(bruno), answer=answer(), at=NOW)
    file = decision.document.files.get()
    assert run_due(now=NOW).written == 0
    assert write_letter(decision.document, at=NOW)
    assert decision.document.files.get() == file
    folder = f"documents/{bruno.consultant.public_id}/2026"
    assert len(default_storage.listdir(folder)[1]) == 1


OTHERWISE = {"language": "en", "address_form": "usted"}


def override(request):
    return record_decision(request, answer=answer(), at=NOW).document


def confirm(request):
    record_decision(request, answer=answer("follows"), at=NOW)
    return confirm_in_writing(request, at=NOW)


def correct(request):
    record_decision(request, answer=answer("follows"), at=NOW)
    return correct_decision(
        request, answer=answer(), reason="Al revés.", at=NOW
    ).document


def stop_waiting(request):
    return close_unanswered(request, at=NOW)


@pytest.mark.parametrize("act", [override, confirm, correct, stop_waiting])
def test_41_what_was_sent_in_one_language_is_answered_in_it(bruno, act):
    """The client is written to in another language since: the advice was not."""
    request = make_advised(bruno)
    send_advice(request)
    Client.objects.filter(pk=bruno.pk).update(**OTHERWISE)
    document = act(ClientRequest.objects.get(pk=request.pk))
    assert (document.language, document.record["language"]) == ("es", "es")
    assert document.record["address"] == "tu"
    entries = LedgerEntry.objects.select_related("payload")
    told = {each.kind: each.payload.content for each in entries}
    assert (told["recommend"]["language"], told["send"]["language"]) == ("es", "es")
    assert told["recommend"]["address_form"] == "tu"
    assert told["recommend"]["reply"] == ADVICE.reply
    job = render_job(from_record(document.record))
    assert '<html lang="es">' in job.html
    job_in_english = render_job(from_record(document.record | {"language": "en"}))
    assert job.html != job_in_english.html


def test_41_advice_written_after_that_is_in_the_other_language(bruno):
    request = make_advised(bruno)
    Client.objects.filter(pk=bruno.pk).update(**OTHERWISE)
    row = ClientRequest.objects.get(pk=request.pk)
    advise(row)
    assert override(row).language == "en"


def test_41_advice_sent_after_that_keeps_the_language_it_was_written_in(bruno):
    request = make_advised(bruno)
    Client.objects.filter(pk=bruno.pk).update(**OTHERWISE)
    send_advice(ClientRequest.objects.get(pk=request.pk))
    entry = LedgerEntry.objects.select_related("payload").get(kind="send")
    assert entry.payload.content["language"] == "es"
