from pathlib import Path

import pytest
from django.urls import reverse

from consultancy.models import Document, DocumentFile
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised


@pytest.fixture
def issued(bruno):
    return record_decision(make_advised(bruno), answer=answer(), at=NOW).document


@pytest.fixture
def fetch(bruno, browser_of):
    def fetch(document, **query):
        address = reverse("document_file", args=[document.pk])
        return browser_of(bruno.consultant).get(address, query)

    return fetch


def test_the_file_is_handed_out_byte_for_byte(issued, fetch):
    response = fetch(issued, download="")
    assert response["Content-Type"] == "application/pdf"
    assert 'filename="2026-0001.pdf"' in response["Content-Disposition"]
    assert b"".join(response.streaming_content) == issued.files.get().file.read()


def test_a_file_swapped_on_the_disk_is_refused_aloud(issued, fetch):
    """45: what is handed out is what was issued, or nothing."""
    Path(issued.files.get().file.path).write_bytes(b"%PDF-1.7 swapped")
    response = fetch(issued)
    assert response.status_code == 500
    assert b"swapped" not in response.content


def test_a_letter_still_being_written_says_so(issued, fetch):
    DocumentFile.objects.all().delete()
    Document.objects.update(status="pending", issued_at=None)
    response = fetch(issued)
    assert response.status_code == 404
    assert "2026-0001" in response.content.decode()


def test_one_file_is_not_compared_with_others(issued, bruno, browser_of):
    address = reverse("document_detail", args=[issued.pk])
    compared = "Cada uno empieza igual que uno anterior"
    page = browser_of(bruno.consultant).get(address).content.decode()
    assert issued.files.get().sha256 in page
    assert compared not in page
    DocumentFile.objects.create(
        document=issued, kind="timestamped", sha256="0" * 64, size=1, created_at=NOW
    )
    page = browser_of(bruno.consultant).get(address).content.decode()
    assert compared in page


def test_the_list_shows_number_and_recipient(issued, bruno, browser_of):
    page = browser_of(bruno.consultant).get(reverse("document_list")).content.decode()
    assert "2026-0001" in page
    assert "Ferretería Bruno" in page


def test_a_letter_leads_to_its_request_its_client_and_its_file(
    issued, bruno, browser_of
):
    address = reverse("document_detail", args=[issued.pk])
    page = browser_of(bruno.consultant).get(address).content.decode()
    copy = reverse("document_copy", args=[issued.files.get().pk])
    for link in (
        reverse("requests_log:request_detail", args=[issued.request_id]),
        reverse("requests_log:client_detail", args=[bruno.pk]),
        copy,
        f"{copy}?download",
    ):
        assert f'href="{link}"' in page
