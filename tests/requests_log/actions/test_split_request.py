import uuid

import pytest

from consultancy.models import LedgerEntry
from requests_log.actions.confirm_verdict import confirm_verdict
from requests_log.actions.drop import drop
from requests_log.actions.log_request import log_request
from requests_log.actions.split_request import split_request
from requests_log.errors import AlreadyMoved, MoveRefused, PartsRefused
from requests_log.models import ClientRequest, MessagePart, Split
from requests_log.triage.findings import Span
from tests.people import BUYS_FOLLOWERS, NOW, WANTS_TIKTOK, make_request, object_to
from tests.requests_log.actions.test_log_request import incoming

CLEAN = "Sube la foto del escaparate."
MESSAGE = f"Hola Marta.\n{BUYS_FOLLOWERS}.\n{WANTS_TIKTOK}.\n{CLEAN}\nGracias"
ASKS = (BUYS_FOLLOWERS, WANTS_TIKTOK, CLEAN)


def spans_of(text, *words):
    starts = [text.index(each) for each in words]
    return [Span(at, at + len(each)) for at, each in zip(starts, words, strict=True)]


def split(request, *words, spans=None, submission=None):
    split_request(
        request,
        spans=spans or spans_of(request.text, *(words or ASKS)),
        submission=submission or uuid.uuid4(),
        today=NOW.date(),
        at=NOW,
    )
    return list(ClientRequest.objects.order_by("pk"))


def entries(request):
    rows = LedgerEntry.objects.of(request.consultant)
    return rows.filter(subject=f"request:{request.pk}").order_by("seq")


@pytest.fixture
def asked(bruno):
    return make_request(bruno, MESSAGE)


def test_each_part_is_a_request_with_a_verdict_of_its_own(asked):
    rows = split(asked)
    assert [row.text for row in rows] == list(ASKS)
    assert [row.verdict for row in rows] == ["bad_practice", "off_strategy", "fine"]
    assert [row.triage.verdict for row in rows] == [row.verdict for row in rows]
    assert {row.stage for row in rows} == {"logged"}
    assert {row.message_id for row in rows} == {asked.message_id}
    assert rows[0].pk == asked.pk


def test_the_message_stays_whole_and_says_where_each_part_stands(asked):
    rows = split(asked)
    assert asked.message.text == MESSAGE
    assert [MESSAGE[r.part.start : r.part.end] for r in rows] == list(ASKS)


def test_findings_quote_the_words_of_their_part(asked):
    for row in split(asked)[:2]:
        finding = row.triage.findings.get(position=0)
        quotes = [row.text[start:end] for start, end in finding.spans]
        assert all(quote.strip() and quote in row.text for quote in quotes)


def test_what_the_rules_said_of_the_whole_is_kept(asked):
    whole = asked.triage
    rules = list(whole.findings.order_by("position").values_list("rule", flat=True))
    split(asked)
    for told in (
        Split.objects.get().triage_before,
        entries(asked).last().payload.content["before"],
    ):
        assert told["verdict"] == whole.verdict == "bad_practice"
        assert told["text"] == MESSAGE
        assert [finding["rule"] for finding in told["findings"]] == rules


def test_the_ledger_tells_what_came_from_what(asked):
    rows = split(asked)
    assert [entry.kind for entry in entries(asked)] == ["log_request", "split_request"]
    parts = entries(asked).last().payload.content["parts"]
    assert [part["text"] for part in parts] == list(ASKS)
    for row in rows[1:]:
        (entry,) = entries(row)
        told = entry.payload.content
        assert (entry.kind, told["from"]) == ("split_request", f"request:{asked.pk}")
        assert (told["text"], told["verdict"]) == (row.text, row.verdict)


def test_a_part_is_found_by_its_own_words_alone(asked):
    first, _second, third = split(asked)
    assert "escaparate" in third.search_text
    assert "escaparate" not in first.search_text


def test_the_same_form_sent_twice_splits_once(asked):
    once = uuid.uuid4()
    split(asked, submission=once)
    stale = ClientRequest.objects.get(pk=asked.pk)
    stale.text = MESSAGE
    assert len(split(stale, submission=once)) == 3
    assert Split.objects.count() == 1


def test_a_second_tab_finds_it_split_already(asked):
    stale = ClientRequest.objects.get(pk=asked.pk)
    split(asked)
    before = LedgerEntry.objects.count()
    with pytest.raises(AlreadyMoved):
        split(stale)
    assert (ClientRequest.objects.count(), LedgerEntry.objects.count()) == (3, before)


def test_a_verdict_on_the_whole_does_not_fall_on_a_part(asked):
    stale = ClientRequest.objects.select_related("triage").get(pk=asked.pk)
    split(asked)
    with pytest.raises(AlreadyMoved):
        confirm_verdict(stale, verdict="bad_practice", reason="", own_rule="", at=NOW)


def test_a_part_can_be_split_again_and_still_knows_its_place(asked):
    two = split(asked, f"{BUYS_FOLLOWERS}.\n{WANTS_TIKTOK}", CLEAN)
    split(two[0], BUYS_FOLLOWERS, WANTS_TIKTOK)
    parts = MessagePart.objects.order_by("start")
    assert [MESSAGE[part.start : part.end] for part in parts] == list(ASKS)


@pytest.mark.parametrize("gone", ["object", "drop"])
def test_only_a_logged_request_is_split(asked, gone):
    if gone == "drop":
        drop(asked, reason="Ya no lo quiere nadie.", at=NOW)
    else:
        object_to(asked)
    with pytest.raises(MoveRefused):
        split(asked)
    assert ClientRequest.objects.count() == 1


@pytest.mark.parametrize(
    "spans",
    [
        [],
        [Span(0, 4)],
        [Span(0, 10), Span(4, 20)],
        [Span(12, 20), Span(0, 4)],
        [Span(0, 4), Span(5, 5)],
        [Span(0, 4), Span(9, 6)],
        [Span(-3, 4), Span(5, 10)],
        [Span(0, 4), Span(5, 10_000)],
        [Span(0, 4), Span(4, 5)],
        [Span(n * 2, n * 2 + 1) for n in range(60)],
    ],
    ids=str,
)
def test_what_cannot_be_parts_is_refused_and_changes_nothing(asked, spans):
    before = LedgerEntry.objects.count()
    with pytest.raises(PartsRefused):
        split_request(
            asked, spans=spans, submission=uuid.uuid4(), today=NOW.date(), at=NOW
        )
    assert ClientRequest.objects.get().text == MESSAGE
    assert LedgerEntry.objects.count() == before


def test_logging_the_same_form_again_after_a_split_leads_to_the_first_part(bruno):
    once = incoming(text=MESSAGE)
    first = log_request(bruno, incoming=once, today=NOW.date(), at=NOW)
    split(first)
    again = log_request(bruno, incoming=once, today=NOW.date(), at=NOW)
    assert again.pk == first.pk
