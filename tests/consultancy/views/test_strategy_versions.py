import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consultancy.selectors.clients import strategy_in_force
from tests.people import make_strategy, prove


@pytest.fixture
def version(bruno):
    return strategy_in_force(bruno)


def page_of(english, version):
    address = reverse("strategy_version", args=[version.pk])
    return " ".join(english.get(address).content.decode().split())


def test_without_proof_it_reads_as_noted_by_the_consultant(english, version):
    said = "agreed on 3 March 2026 by Bruno Peña (meeting), as noted by you: no proof"
    assert said in page_of(english, version)


def test_with_proof_the_file_is_named(english, version):
    prove(version)
    said = "agreed on 3 March 2026 by Bruno Peña (meeting; proof: acta.pdf)"
    assert said in page_of(english, version)


def test_an_old_version_is_read_whole_with_what_it_changed(
    english, bruno, django_assert_max_num_queries
):
    second = make_strategy(bruno, lead_time_days=9)
    make_strategy(bruno, lead_time_days=10)
    with django_assert_max_num_queries(8):
        page = page_of(english, second)
    assert "No longer in force: version 3 is." in page
    assert "9 days" in page
    assert "Ferretería Bruno" in page
    assert f"?from={second.number}" in page


def test_proof_is_brought_once(english, version, django_assert_max_num_queries):
    address = reverse("strategy_proof", args=[version.pk])
    with django_assert_max_num_queries(8):
        english.get(address)
    file = SimpleUploadedFile("acta.pdf", b"%PDF-1.7")
    assert english.post(address, {"uploads": file}).status_code == 302
    version.refresh_from_db()
    assert version.is_agreed
    file = SimpleUploadedFile("otra.pdf", b"%PDF-1.7")
    assert english.post(address, {"uploads": file}).status_code == 302
    assert [file.name for file in version.proof.all()] == ["acta.pdf"]


def test_proof_without_a_file_is_none(english, version):
    address = reverse("strategy_proof", args=[version.pk])
    response = english.post(address, {"proof_note": "Lo dijo."})
    assert response.status_code == 422
    assert "Lo dijo." in response.content.decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("acta.html", b"<script>alert(1)</script>"),
        ("acta.svg", b"<svg onload='x'/>"),
        ("../../acta.pdf", b"%PDF-1.7"),
        ("acta.png", b"\x89PNG\r\n\x1a\n<html>"),
        ("CON", b"x"),
    ],
)
def test_a_hostile_file_is_only_ever_handed_out(english, version, name, content):
    address = reverse("strategy_proof", args=[version.pk])
    english.post(address, {"uploads": SimpleUploadedFile(name, content)})
    file = version.proof.get()
    response = english.get(reverse("kept_file", args=[file.pk]))
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")


def test_an_empty_file_proves_nothing(english, version):
    address = reverse("strategy_proof", args=[version.pk])
    response = english.post(address, {"uploads": SimpleUploadedFile("a.pdf", b"")})
    assert response.status_code == 422


def test_read_only_the_proof_is_held(english, version, settings):
    settings.SIGNING_SECRET = ""
    address = reverse("strategy_proof", args=[version.pk])
    file = SimpleUploadedFile("acta.pdf", b"%PDF-1.7")
    response = english.post(address, {"uploads": file, "proof_note": "Página 2."})
    assert response.status_code == 422
    assert "acta.pdf" in response.content.decode()
    version.refresh_from_db()
    assert not version.is_agreed
