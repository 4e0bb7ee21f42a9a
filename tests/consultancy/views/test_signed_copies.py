from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consultancy.models import Document, DocumentFile
from requests_log.actions.record_decision import record_decision
from tests.consultancy.paper.signatures import countersigned
from tests.people import NOW, answer, make_advised


@pytest.fixture
def document(bruno):
    return record_decision(make_advised(bruno), answer=answer(), at=NOW).document


@pytest.fixture
def visitor(marta, browser_of):
    return browser_of(marta)


@pytest.fixture
def signed(document):
    return countersigned(document.files.get().file.read())


def bring(visitor, document, content, **more):
    told = {"signed_by": "client"} | more
    if content is not None:
        told["content"] = SimpleUploadedFile("firmada.pdf", content)
    return visitor.post(reverse("document_signed_copy", args=[document.pk]), told)


def test_a_signed_copy_is_checked_kept_and_shown(
    visitor, document, signed, django_assert_max_num_queries
):
    response = bring(visitor, document, signed)
    address = reverse("document_detail", args=[document.pk])
    assert response.headers["Location"] == address
    with django_assert_max_num_queries(8):
        page = visitor.get(address).content.decode()
    assert "Bruno Peña" in page
    copy = document.files.get(kind="countersigned")
    assert copy.sha256 in page
    handed = visitor.get(reverse("document_copy", args=[copy.pk]), {"download": ""})
    assert b"".join(handed.streaming_content) == signed
    assert "2026-0001-countersigned.pdf" in handed["Content-Disposition"]


@pytest.mark.parametrize(
    ("content", "more", "field"),
    [
        (b"hola", {}, "content"),
        (b"", {}, "content"),
        (None, {}, "content"),
        (b"%PDF-1.7", {"signed_by": "the king"}, "signed_by"),
    ],
)
def test_what_is_refused_is_said_beside_the_field(
    visitor, document, content, more, field
):
    response = bring(visitor, document, content, **more)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert DocumentFile.objects.count() == 1


def test_what_is_too_large_is_not_read(visitor, document, signed, settings):
    settings.KEPT_FILE_LIMIT = len(signed) - 1
    assert bring(visitor, document, signed).status_code == 422


def test_read_only_keeps_nothing_and_says_so(visitor, document, signed, settings):
    settings.SIGNING_SECRET = ""
    response = bring(visitor, document, signed)
    assert response.status_code == 422
    assert DocumentFile.objects.count() == 1


def test_a_letter_still_being_written_takes_none(visitor, document, signed):
    DocumentFile.objects.all().delete()
    Document.objects.update(status="pending", issued_at=None)
    address = reverse("document_detail", args=[document.pk])
    assert bring(visitor, document, signed).headers["Location"] == address
    assert not DocumentFile.objects.exists()
    assert visitor.get(address).status_code == 200


def test_a_copy_swapped_on_the_disk_is_refused_aloud(visitor, document, signed):
    bring(visitor, document, signed)
    copy = document.files.get(kind="countersigned")
    Path(copy.file.path).write_bytes(b"%PDF-1.7 swapped")
    response = visitor.get(reverse("document_copy", args=[copy.pk]))
    assert response.status_code == 500
    assert b"swapped" not in response.content


def test_another_consultant_s_copy_does_not_exist(
    visitor, document, signed, nadia, browser_of
):
    bring(visitor, document, signed)
    stranger = browser_of(nadia)
    for file in DocumentFile.objects.all():
        address = reverse("document_copy", args=[file.pk])
        assert stranger.get(address).status_code == 404
    assert bring(stranger, document, signed).status_code == 404
