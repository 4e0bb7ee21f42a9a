"""A disk with no room left: said in the reader's words, nothing lost, nothing by half.

SQLite is told that its file may not grow by one page, which is what it sees on a full
disk: "database or disk is full".
"""

import pytest
from django.db import connection
from django.urls import reverse

from consultancy.models import Document
from requests_log.models import ClientRequest, Decision, Message
from tests.people import make_advised

WORDS = "Lo quiero igual, que la feria es en dos semanas. " * 90  # some pages of it

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own limit"),
]


@pytest.fixture
def full_disk():
    """Fill the disk when called."""

    def limit(pages):
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA page_count")
            here = cursor.fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count = {pages or here}")

    yield lambda: limit(None)
    limit(2**30)


def test_a_message_that_cannot_be_stored_stays_in_the_form(
    bruno, browser_of, full_disk
):
    web = browser_of(bruno.consultant)
    full_disk()
    response = web.post(
        reverse("requests_log:request_new"),
        {"text": WORDS, "client": bruno.pk, "channel": "whatsapp"},
    )
    assert response.status_code == 422
    assert WORDS[:100] in response.content.decode()
    assert not Message.objects.exists()


def test_a_decision_that_cannot_be_stored_is_no_decision(bruno, browser_of, full_disk):
    request = make_advised(bruno)
    web = browser_of(bruno.consultant)
    full_disk()
    response = web.post(
        reverse("requests_log:request_decide", args=[request.pk]),
        {
            "outcome": "overrides",
            "words": WORDS,
            "by_name": "Bruno",
            "channel": "phone",
        },
    )
    assert response.status_code == 422
    assert WORDS[:100] in response.content.decode()
    assert ClientRequest.objects.get().stage == "advised"
    assert not Decision.objects.exists()
    assert not Document.objects.exists()
