import uuid
from datetime import date, timedelta

import pytest
from django.utils import translation

from consultancy.actions.keep_file import Upload, keep_file
from consultancy.selectors.clients import strategy_in_force
from requests_log.actions.attach_files import attach_files
from requests_log.actions.correct_decision import correct_decision
from requests_log.actions.record_decision import record_decision
from requests_log.actions.record_outcome import Report, record_outcome
from requests_log.models import ClientRequest
from requests_log.selectors.request_page import request_of, request_page
from tests.people import (
    BUYS_FOLLOWERS,
    NOW,
    WANTS_TIKTOK,
    advise,
    answer,
    make_advised,
    make_client,
    make_request,
    object_to,
    prove,
    send_advice,
)
from tests.requests_log.actions.test_split_request import MESSAGE, split


def page_of(request):
    return request_page(request_of(request.consultant, request.pk))


def test_the_newest_version_stands_there_with_its_own_sendings(bruno):
    request = make_advised(bruno)
    send_advice(request, channel="email")
    advise(request)
    assert page_of(request).sendings == []
    send_advice(request)
    send_advice(request, channel="by_hand", is_reminder=True)
    with translation.override("en"):
        page = page_of(request)
    assert page.advice.version == 2
    sendings = [(each.channel, each.is_reminder) for each in page.sendings]
    assert sendings == [("WhatsApp", False), ("given by hand", True)]
    assert page.sendings[0].at == NOW


def test_before_advice_there_is_none_and_nothing_sent(bruno):
    page = page_of(make_request(bruno))
    assert (page.advice, page.sendings) == (None, [])


@pytest.fixture
def crowded(marta, bruno):
    """A part with everything: files, siblings, advice, letters, outcome, earlier."""
    object_to(make_request(make_client(marta, "Horno La Espiga")))
    for _ in range(4):
        record_decision(make_advised(bruno), answer=answer("follows"), at=NOW)
    ClientRequest.objects.update(received_at=NOW - timedelta(days=9))
    whole = make_request(bruno, MESSAGE)
    request = split(whole, BUYS_FOLLOWERS, WANTS_TIKTOK)[-2]
    upload = Upload("captura.png", "image/png", b"abc")
    file = keep_file(marta, upload=upload, at=NOW)
    attach_files(request, files=[file], submission=uuid.uuid4(), at=NOW)
    request = object_to(request_of(marta, request.pk))
    advise(request)
    send_advice(request, channel="email")
    record_decision(request, answer=answer(), at=NOW)
    correct_decision(request, answer=answer(), reason="Otro día.", at=NOW)
    report = Report("not_done", NOW.date(), "right")
    record_outcome(request, report=report, at=NOW)
    return request


def test_the_most_crowded_page_takes_eight_queries_in_all(
    crowded, marta, browser_of, django_assert_max_num_queries
):
    browser = browser_of(marta)
    with django_assert_max_num_queries(8):
        page = browser.get(f"/requests/{crowded.pk}/")
    shown = page.context["page"]
    assert (len(shown.files), len(shown.sendings)) == (1, 1)
    assert shown.kin.has_more
    assert len(shown.kin.parts) == 2
    assert shown.kin.elsewhere == 1
    assert shown.letter.number == "2026-0002"
    assert [each.number for each in shown.earlier_letters] == ["2026-0001"]


def line_of(client):
    request = make_request(client, WANTS_TIKTOK)
    page = request_page(request_of(client.consultant, request.pk))
    (finding,) = [row for row in page.findings if "TikTok" in row.strategy_line]
    return finding.line_on, finding.line_agreed


def test_a_finding_says_noted_without_proof_and_agreed_with_it(bruno):
    version = strategy_in_force(bruno)
    type(version).objects.update(noted_on=date(2026, 4, 5))
    assert line_of(bruno) == (date(2026, 4, 5), False)
    prove(version)
    assert line_of(bruno) == (date(2026, 3, 3), True)
