"""Two moves that do not know of each other, at the same moment: none breaks, and the
ledger tells of what counted."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Thread
from time import sleep

import pytest
from django.db import connection, transaction
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

from consultancy.actions.invite_consultant import invite_consultant
from consultancy.actions.keep_file import (
    HELD_FOR,
    Upload,
    forget_unused_files,
    keep_file,
    use_files,
)
from consultancy.ledger.verify import verify_chain
from consultancy.models import Consultant, Contact, Document, KeptFile
from consultancy.selectors.clients import main_contact
from requests_log.actions.drop import drop
from requests_log.actions.record_decision import record_decision
from requests_log.actions.run_due import run_due
from requests_log.models import (
    ClientReply,
    ClientRequest,
    Decision,
    Dispatch,
    Outcome,
    Recommendation,
)
from requests_log.selectors.timeline import seen_of
from tests.people import (
    NOW,
    PASSWORD,
    answer,
    make_advised,
    make_request,
    send_advice,
)

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite",
        reason="the tests' SQLite lies in memory, where threads share its locks",
    ),
]
TWICE = 4
TOLD = {
    "outcome": "overrides",
    "words": "La feria es en dos semanas y no quiero esperar.",
    "by_name": "Bruno Peña",
    "channel": "phone",
}
OUTCOME = {
    "sequel": "not_done",
    "assessment": "right",
    "happened_on": "2026-11-20",
    "currency": "EUR",
}
ADVICE = {
    "because_experience": "Los seguidores comprados no compran.",
    "consequences": "Baja el alcance.",
    "alternatives": "Una campaña pequeña.",
    "reply": "Mejor no.",
}


def at_once(consultant, posts, beside=()):
    """Send every (address, body) from a tab of its own, all at the same moment, and
    whatever is to run beside them; who asks is signed in before any of it begins."""
    start = Barrier(len(posts) + len(beside))
    first = Browser()
    if consultant:
        first.force_login(consultant.user)

    def run(act):
        start.wait()
        try:
            act()
        finally:
            connection.close()

    def send(post):
        tab = Browser()
        tab.cookies = first.cookies
        start.wait()
        try:
            answered = tab.post(*post)
            assert not consultant or signed_in(answered)
            return answered.status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(posts) + len(beside)) as tabs:
        others = [tabs.submit(run, act) for act in beside]
        answers = sorted(tabs.map(send, posts))
        for other in others:
            other.result()
        return answers


def signed_in(answered):
    return reverse("login") not in answered.headers.get("Location", "")


def page(name, request):
    return reverse(f"requests_log:request_{name}", args=[request.pk])


def sent(client):
    request = make_advised(client)
    send_advice(request)
    return request


def decided(client, outcome="overrides"):
    request = make_advised(client)
    record_decision(request, answer=answer(outcome), at=NOW)
    return request


def dropped(client):
    request = sent(client)
    drop(request, reason="Ya no.", at=NOW)
    return request


@pytest.mark.parametrize(
    ("make", "name", "body", "model", "count"),
    [
        (make_advised, "recommend", ADVICE, Recommendation, 2),
        (make_advised, "send", {"channel": "whatsapp"}, Dispatch, 1),
        (sent, "send", {"channel": "whatsapp", "is_reminder": "on"}, Dispatch, 2),
        (sent, "reply", {**TOLD, "kind": "ask"}, ClientReply, 1),
        (sent, "unanswered", {}, Document, 1),
        (decided, "correct", TOLD | {"reason": "Faltaba algo."}, Document, 2),
        (decided, "outcome", OUTCOME, Outcome, 1),
        (lambda client: decided(client, "follows"), "confirmation", {}, Document, 1),
        (dropped, "reopen", {}, ClientRequest, 1),
    ],
)
def test_a_button_pressed_many_times_counts_once(bruno, make, name, body, model, count):
    request = make(bruno)
    body = body | {"seen": seen_of(request)}
    answers = at_once(bruno.consultant, [(page(name, request), body)] * TWICE)
    assert answers == [302] + [422] * (TWICE - 1)
    assert model.objects.count() == count
    assert verify_chain(bruno.consultant).fault is None


PAIRS = {
    "decide, unanswered": (sent, ("decide", TOLD), ("unanswered", {})),
    "decide, ask": (sent, ("decide", TOLD), ("reply", {**TOLD, "kind": "ask"})),
    "unanswered, ask": (sent, ("unanswered", {}), ("reply", {**TOLD, "kind": "ask"})),
    "unanswered, send": (sent, ("unanswered", {}), ("send", {"channel": "email"})),
    "decide, drop": (sent, ("decide", TOLD), ("drop", {"reason": "Ya no."})),
    "correct, outcome": (
        decided,
        ("correct", TOLD | {"outcome": "follows", "reason": "Mal."}),
        ("outcome", OUTCOME),
    ),
    "correct, confirm": (
        lambda client: decided(client, "follows"),
        ("correct", TOLD | {"outcome": "withdraws", "reason": "Mal."}),
        ("confirmation", {}),
    ),
    "verdict, drop": (
        make_request,
        ("verdict", {"verdict": "bad_practice"}),
        ("drop", {"reason": "Ya no."}),
    ),
}


@pytest.mark.parametrize("pair", PAIRS)
def test_of_two_moves_each_counts_or_is_told(bruno, pair):
    make, *moves = PAIRS[pair]
    request = make(bruno)
    posts = [(page(name, request), body) for name, body in moves * 2]
    answers = at_once(bruno.consultant, posts)
    assert answers[0] == 302
    assert set(answers) <= {302, 422}
    assert verify_chain(bruno.consultant).fault is None
    letters = Document.objects.order_by("serial")
    assert [each.serial for each in letters] == list(range(1, len(letters) + 1))
    replaced = [each.supersedes_id for each in letters if each.supersedes_id]
    assert len(replaced) == len(set(replaced))
    held = ClientRequest.objects.get().decision
    assert held is None or not Decision.objects.filter(corrects=held).exists()


def test_the_clock_and_the_client_s_answer(bruno, settings):
    settings.SESSION_COOKIE_AGE = timedelta(days=60).total_seconds()
    request = make_advised(bruno)
    send_advice(request)
    for day in (2, 5, 10):
        send_advice(request, is_reminder=True, at=NOW + timedelta(days=day))

    def clock():
        run_due(now=NOW + timedelta(days=30))

    posts = [(page("decide", request), TOLD)] * 2
    answers = at_once(bruno.consultant, posts, beside=[clock] * 2)
    assert set(answers) <= {302, 422}
    kinds = list(Document.objects.values_list("kind", flat=True))
    assert len(kinds) == len(set(kinds))
    run_due(now=NOW + timedelta(days=31))
    assert not Document.objects.filter(status="pending").exists()
    assert verify_chain(bruno.consultant).fault is None


def test_a_contact_taken_out_and_named_at_once_stays_or_is_not_named(bruno):
    people = main_contact(bruno)
    logs = {
        "text": "Sube la foto",
        "client": bruno.pk,
        "channel": "whatsapp",
        "sent_by": people.pk,
    }
    new = reverse("requests_log:request_new")
    out = reverse("requests_log:contact_take_out", args=[people.pk])
    posts = [(new, logs | {"submission": uuid.uuid4()}), (out, {"on": "2026-11-20"})]
    answers = at_once(bruno.consultant, posts * 2)
    assert set(answers) <= {302, 404, 422}
    if ClientRequest.objects.filter(message__sent_by=people.pk).exists():
        assert Contact.objects.filter(pk=people.pk).exists()


def test_a_client_archived_while_a_request_is_logged(bruno):
    logs = {"text": "Sube la foto", "client": bruno.pk, "channel": "whatsapp"}
    new = (reverse("requests_log:request_new"), logs)
    archive = (reverse("client_archive", args=[bruno.pk]), {"sure": "on"})
    assert set(at_once(bruno.consultant, [new, archive] * 2)) <= {302, 422}


def test_an_invitation_is_accepted_once(marta):
    token = invite_consultant(marta, email="vera@example.com", at=timezone.now())
    body = {
        "name": "Vera Sanz",
        "password1": PASSWORD,
        "password2": PASSWORD,
        "language": "en",
        "time_zone": "Europe/London",
    }
    place = reverse("invitation_accept", args=[token])
    answers = at_once(None, [(place, body)] * TWICE)
    assert answers.count(302) == 1
    assert max(answers) < 500
    assert Consultant.objects.count() == 2


def test_files_sent_twice_are_added_once(bruno):
    request = make_request(bruno)
    upload = Upload("a.png", "image/png", b"a")
    held = keep_file(bruno.consultant, upload=upload, at=NOW)
    body = {"held": [held.pk], "submission": uuid.uuid4()}
    answers = at_once(bruno.consultant, [(page("files", request), body)] * TWICE)
    assert set(answers) <= {302, 422}
    assert request.attachments.count() == 1


def test_a_file_in_use_at_that_moment_is_not_swept_away(marta):
    upload = Upload("a.png", "image/png", b"a")
    held = keep_file(marta, upload=upload, at=NOW)

    def use():
        try:
            with transaction.atomic():
                use_files([held], at=NOW)
                sleep(0.5)
        finally:
            connection.close()

    using = Thread(target=use)
    using.start()
    sleep(0.2)
    assert forget_unused_files(now=NOW + HELD_FOR * 2) == 0
    using.join()
    assert KeptFile.objects.get().used_at == NOW
