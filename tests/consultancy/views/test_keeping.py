import uuid
from datetime import date, timedelta

import pytest
from django.test import Client as Browser
from django.urls import reverse

from consultancy.actions.note_on_client import note_on_client
from consultancy.models import DocumentFile, Erasure, LedgerEntry, Retention
from requests_log.actions.erase_client import erase_client
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised, prove


@pytest.fixture
def erased(bruno):
    """Bruno's client, erased but for one letter and what proves the strategy."""
    prove(bruno.strategies.get())
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    return erase_client(bruno, ground="requested", today=NOW.date(), at=NOW)


@pytest.fixture
def web(marta, browser_of):
    return browser_of(marta)


def looks():
    told = LedgerEntry.objects.filter(kind="evidence_looked_at").order_by("seq")
    return [entry.payload.content["what"] for entry in told]


def test_the_years_are_settled_and_counted(web, marta, bruno):
    assert web.post(reverse("keeping"), {"years": 10}).status_code == 302
    assert Retention.objects.get().years == 10
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    erasure = erase_client(bruno, ground="requested", today=NOW.date(), at=NOW)
    assert erasure.keep_until == date(2036, 11, 22)


@pytest.mark.parametrize("years", ["0", "31", "-1", "", "six", "1e3", "9" * 30])
def test_years_beyond_reason_are_said_beside_the_field(web, years):
    response = web.post(reverse("keeping"), {"years": years})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["years"]


def test_read_only_refuses_calmly(web, erased, settings):
    settings.SIGNING_SECRET = ""
    assert web.post(reverse("keeping"), {"years": 3}).status_code == 422
    response = web.post(reverse("evidence", args=[erased.pk]))
    assert response.status_code == 302
    assert looks() == []


def test_the_list_names_who_is_erased_and_until_when(web, erased):
    page = web.get(reverse("keeping")).content.decode()
    assert "Ferretería Bruno" in page
    assert "22 de noviembre de 2032" in page
    assert looks() == []


def test_few_queries(web, erased, django_assert_max_num_queries):
    web.get(reverse("keeping"))
    with django_assert_max_num_queries(8):
        web.get(reverse("keeping"))


def test_a_look_is_entered(web, erased):
    page = web.post(reverse("evidence", args=[erased.pk])).content.decode()
    assert "2026-0001" in page
    assert "acta.pdf" in page
    assert looks() == ["list"]


def test_a_letter_that_is_taken_is_entered(web, erased):
    file = DocumentFile.objects.get()
    response = web.post(reverse("evidence_download", args=[erased.pk, file.sha256]))
    assert b"".join(response).startswith(b"%PDF")
    assert response["Content-Disposition"] == 'attachment; filename="2026-0001.pdf"'
    assert looks() == [file.sha256]


def test_a_proof_is_taken_too(web, erased):
    file = erased.files.get()
    response = web.post(reverse("evidence_download", args=[erased.pk, file.sha256]))
    assert b"".join(response) == b"%PDF-1.7 acta"


def test_a_get_shows_nothing(web, erased):
    assert web.get(reverse("evidence", args=[erased.pk])).status_code == 405
    sha = DocumentFile.objects.get().sha256
    address = reverse("evidence_download", args=[erased.pk, sha])
    assert web.get(address).status_code == 405


def test_for_others_there_is_nothing(erased, nadia, browser_of):
    other, sha = browser_of(nadia), DocumentFile.objects.get().sha256
    assert "Bruno" not in other.get(reverse("keeping")).content.decode()
    for name, args in [
        ("evidence", [erased.pk]),
        ("evidence_download", [erased.pk, sha]),
    ]:
        assert other.post(reverse(name, args=args)).status_code == 404
        assert Browser().post(reverse(name, args=args)).status_code == 302
    assert looks() == []


def test_a_file_of_somebody_else_s_is_not_taken_through_one_s_own(
    web, erased, nadia, browser_of
):
    address = reverse("evidence_download", args=[erased.pk, "0" * 64])
    assert web.post(address).status_code == 404
    assert Erasure.objects.get().done_at is None


def test_a_clock_that_was_set_back_is_shown(web, bruno):
    assert web.get(reverse("keeping")).context["clock_went_back"] == []
    yesterday = NOW - timedelta(days=1)
    note_on_client(bruno, text="x", submission=uuid.uuid4(), at=yesterday)
    told = LedgerEntry.objects.get(kind="clock_went_back")
    shown = web.get(reverse("keeping")).context["clock_went_back"]
    assert shown == [told]
