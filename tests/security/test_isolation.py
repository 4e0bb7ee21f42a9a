"""Every address the resolver knows, as nobody and as another consultant.

A new address without a line in one of the three tables fails here.
"""

import pytest
from django.test import Client as Browser
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from consultancy.actions.keep_file import Upload, keep_file
from consultancy.models import Document
from consultancy.paper.errors import RenderError
from consultancy.selectors.clients import strategy_in_force
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised

# Address name -> what of Marta's it shows.
SOMEBODYS = {
    "requests_log:request_detail": "request",
    "requests_log:request_verdict": "request",
    "requests_log:request_recommend": "request",
    "requests_log:request_send": "request",
    "requests_log:request_decide": "request",
    "requests_log:request_drop": "request",
    "requests_log:client_detail": "client",
    "requests_log:strategy_what_if": "client",
    "client_edit": "client",
    "strategy_edit": "client",
    "strategy_import": "client",
    "strategy_export": "client",
    "strategy_versions": "client",
    "strategy_version": "strategy",
    "strategy_proof": "strategy",
    "document_file": "document",
    "kept_file": "file",
}
# Shows whoever asks what is his own.
ONES_OWN = {
    "requests_log:today",
    "requests_log:request_list",
    "requests_log:request_table",
    "requests_log:request_new",
    "requests_log:request_preview",
    "requests_log:client_list",
    "client_new",
    "document_list",
    "profile",
    "password_change",
    "password_change_done",
    "security",
    "session_end",
    "sessions_end",
    "second_factor_begin",
    "second_factor_enable",
    "second_factor_disable",
    "recovery_codes",
}
EVERYBODYS = {
    *("login", "logout", "language", "healthz", "readyz"),
    *("sign_in_code", "password_reset", "password_reset_done"),
    *("password_reset_confirm", "password_reset_complete"),
}
MARTAS = ("Bruno", "Ferretería", "seguidores", "2026-0001")


def names(patterns, prefix=""):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from names(pattern.url_patterns, prefix + inner)
        elif isinstance(pattern, URLPattern):
            yield prefix + (pattern.name or str(pattern.pattern))


EVERY_NAME = sorted(set(names(get_resolver().url_patterns)))


def no_renderer(*_args, **_kwargs):
    raise RenderError(RenderError.BUSY)


@pytest.fixture
def martas(bruno, monkeypatch):
    """One of each thing of Marta's; her letter is pending, which takes less time."""
    monkeypatch.setattr("consultancy.actions.issue_document.render", no_renderer)
    request = make_advised(bruno)
    record_decision(request, answer=answer(), at=NOW)
    upload = Upload("bruno.html", "text/html", "Ferretería Bruno".encode())
    file = keep_file(bruno.consultant, upload=upload, at=NOW)
    return {
        "request": request.pk,
        "client": bruno.pk,
        "document": Document.objects.get().pk,
        "file": file.pk,
        "strategy": strategy_in_force(bruno).pk,
    }


def address(name, things):
    thing = SOMEBODYS.get(name)
    return reverse(name, args=[things[thing]] if thing else [])


def test_every_address_is_in_exactly_one_table():
    tables = [set(SOMEBODYS), ONES_OWN, EVERYBODYS]
    assert sorted(name for table in tables for name in table) == EVERY_NAME


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", sorted({*SOMEBODYS, *ONES_OWN}))
def test_nobody_is_sent_to_the_door(martas, name, method):
    response = getattr(Browser(), method)(address(name, martas))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("login"))


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", SOMEBODYS)
def test_for_another_consultant_it_does_not_exist(
    martas, nadia, browser_of, name, method
):
    response = getattr(browser_of(nadia), method)(address(name, martas))
    assert response.status_code == 404
    assert not any(word in response.content.decode() for word in MARTAS)


@pytest.mark.parametrize("name", sorted(ONES_OWN))
def test_lists_hold_nothing_of_another_consultant(martas, nadia, browser_of, name):
    page = b"".join(browser_of(nadia).get(address(name, martas))).decode()
    assert not any(word in page for word in MARTAS)


@pytest.mark.parametrize("name", SOMEBODYS)
def test_marta_herself_may_look(martas, marta, browser_of, name):
    response = browser_of(marta).get(address(name, martas))
    assert response.status_code == (404 if name == "document_file" else 200)
    assert any(word in b"".join(response).decode() for word in (*MARTAS, "bruno"))


def test_another_consultant_s_client_cannot_be_chosen(bruno, nadia, browser_of):
    response = browser_of(nadia).post(
        reverse("requests_log:request_new"),
        {"text": "Hola", "client": bruno.pk, "channel": "whatsapp"},
    )
    assert response.status_code == 422
    assert "Ferretería" not in response.content.decode()


@pytest.mark.parametrize("pk", [0, 2**63 - 1, 2**64, 10**30])
@pytest.mark.parametrize("name", SOMEBODYS)
def test_an_impossible_number_does_not_exist(marta, browser_of, name, pk):
    assert browser_of(marta).get(reverse(name, args=[pk])).status_code == 404


def test_fields_nobody_offered_are_ignored(bruno, marta, nadia, browser_of):
    browser_of(marta).post(
        reverse("client_edit", args=[bruno.pk]),
        {
            "name": "Ferretería Bruno",
            "contact_name": "Bruno Peña",
            "language": "es",
            "address_form": "tu",
            "consultant": nadia.pk,
            "created_at": "2001-01-01",
        },
    )
    bruno.refresh_from_db()
    assert bruno.consultant == marta
    assert bruno.created_at == NOW
