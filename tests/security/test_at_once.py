"""Two tabs, or one impatient thumb, at the same moment: one of them counts."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client as Browser
from django.urls import reverse

from consultancy.ledger.verify import verify_chain
from consultancy.models import Document, KeptFile, LedgerEntry
from requests_log.models import Attachment, ClientRequest, Decision
from tests.people import make_advised, make_request

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite",
        reason="the tests' SQLite lies in memory, where threads share its locks",
    ),
]
TABS = 6
TOLD = {
    "words": "La feria es en dos semanas y no quiero esperar.",
    "by_name": "Bruno Peña",
    "channel": "phone",
}


def at_once(consultant, address, bodies):
    """Send every body from a tab of its own, all at the same moment."""
    start = Barrier(len(bodies))

    def send(body):
        tab = Browser()
        tab.cookies = cookies
        start.wait()
        try:
            return tab.post(address, body).status_code
        finally:
            connection.close()

    first = Browser()
    first.force_login(consultant.user)
    cookies = first.cookies
    with ThreadPoolExecutor(len(bodies)) as tabs:
        return sorted(tabs.map(send, bodies))


@pytest.fixture
def decide(bruno):
    request = make_advised(bruno)
    return reverse("requests_log:request_decide", args=[request.pk])


def test_a_button_pressed_many_times_decides_once(bruno, decide):
    bodies = [TOLD | {"outcome": "overrides"}] * TABS
    assert at_once(bruno.consultant, decide, bodies) == [302] + [422] * (TABS - 1)
    assert Decision.objects.count() == Document.objects.count() == 1


def test_of_two_answers_one_counts_and_the_other_is_told(bruno, decide):
    bodies = [TOLD | {"outcome": name} for name in ("follows", "withdraws")] * 2
    assert at_once(bruno.consultant, decide, bodies) == [302, 422, 422, 422]
    decided = ClientRequest.objects.get()
    assert Decision.objects.get() == decided.decision
    kinds = LedgerEntry.objects.filter(kind__startswith="decide_")
    assert kinds.count() == 1
    assert verify_chain(bruno.consultant).fault is None


def test_files_brought_at_once_share_the_room_there_is(bruno, settings):
    address = reverse("requests_log:request_files", args=[make_request(bruno).pk])
    settings.KEPT_FILES_LIMIT = 100
    bodies = [
        {"uploads": SimpleUploadedFile("a.txt", b"x" * 60), "submission": uuid.uuid4()}
        for _ in range(TABS)
    ]
    assert at_once(bruno.consultant, address, bodies) == [302] + [422] * (TABS - 1)
    kept = KeptFile.objects.get()
    assert Attachment.objects.get().file == kept
    on_disk = [p for p in Path(settings.MEDIA_ROOT).rglob("*") if p.is_file()]
    assert on_disk == [Path(kept.file.path)]
