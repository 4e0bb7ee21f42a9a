"""Two tabs, or one impatient thumb, at the same moment: one of them counts."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client as Browser
from django.urls import reverse

from consultancy.ledger.verify import verify_chain
from consultancy.models import Document, LedgerEntry
from requests_log.models import ClientRequest, Decision
from tests.people import make_advised

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
