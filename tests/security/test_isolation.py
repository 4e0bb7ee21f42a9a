"""Every address the resolver knows, as nobody and as another consultant.

A new address without a line in one of the three tables fails here.
"""

import hashlib

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client as Browser
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from consultancy.actions.invite_consultant import invite_consultant
from consultancy.actions.keep_file import Upload, keep_file
from consultancy.models import Document, Invitation, User
from consultancy.paper.errors import RenderError
from consultancy.selectors.clients import main_contact, strategy_in_force
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised
from tests.requests_log.own_rules import write_rule

# Address name -> what of Marta's it shows.
SOMEBODYS = {
    "requests_log:request_detail": "request",
    "requests_log:request_split": "request",
    "requests_log:request_files": "request",
    "requests_log:request_verdict": "request",
    "requests_log:request_recommend": "request",
    "requests_log:request_send": "request",
    "requests_log:request_decide": "request",
    "requests_log:request_drop": "request",
    "requests_log:request_reply": "request",
    "requests_log:request_correct": "request",
    "requests_log:request_unanswered": "request",
    "requests_log:request_confirmation": "request",
    "requests_log:request_outcome": "request",
    "requests_log:request_done": "request",
    "requests_log:request_reopen": "request",
    "requests_log:client_detail": "client",
    "requests_log:strategy_trial": "client",
    "requests_log:strategy_what_if": "client",
    "requests_log:strategy_file_what_if": "client",
    "client_edit": "client",
    "client_status": "client",
    "client_archive": "client",
    "client_restore": "client",
    "client_notes": "client",
    "client_hold": "client",
    "requests_log:client_erase": "client",
    "contact_new": "client",
    "contact_edit": "contact",
    "contact_return": "contact",
    "requests_log:contact_take_out": "contact",
    "strategy_edit": "client",
    "strategy_import": "client",
    "strategy_export": "client",
    "strategy_versions": "client",
    "strategy_version": "strategy",
    "strategy_proof": "strategy",
    "requests_log:own_rule_edit": "rule",
    "requests_log:own_rule_version": "rule",
    "document_file": "document",
    "document_detail": "document",
    "document_signed_copy": "document",
    "document_lasting": "document",
    "document_copy": "copy",
    "kept_file": "file",
}
# What else an address names.
MORE = {"requests_log:own_rule_version": [1]}
# Shows whoever asks what is his own.
ONES_OWN = {
    "requests_log:today",
    "requests_log:request_list",
    "requests_log:request_table",
    "requests_log:request_new",
    "requests_log:request_preview",
    "requests_log:request_senders",
    "requests_log:client_list",
    "client_new",
    "document_list",
    "profile",
    "keeping",
    "requests_log:pace",
    "requests_log:rule_list",
    "requests_log:rule_detail",
    "requests_log:own_rule_new",
    "requests_log:own_rule_try",
    "requests_log:own_rules_import",
    "requests_log:own_rules_export",
    "requests_log:own_rule_back_test",
    "profile_logo",
    "requests_log:letter_sample",
    "password_change",
    "password_change_done",
    "security",
    "signing",
    "signing_renew",
    "signing_bring",
    "signing_certificate",
    "signing_authority",
    "session_end",
    "sessions_end",
    "second_factor_begin",
    "second_factor_enable",
    "second_factor_disable",
    "recovery_codes",
}
# Shows a rule, and one's own record of it.
RULES = {"requests_log:rule_detail": "spam"}
# Of the owner of the installation, who is Marta; for other consultants not there.
OWNERS = {
    "consultant_list": None,
    "consultant_deactivate": "consultant",
    "consultant_reactivate": "consultant",
    "invitation_revoke": "invitation",
}
# Taken by POST alone: whoever looks is told so, whatever is there.
ACTS = {
    *("requests_log:rule_on", "requests_log:everything"),
    *("evidence", "evidence_download"),
    *("requests_log:own_rule_retire", "requests_log:own_rule_restore"),
}
EVERYBODYS = {
    *("login", "logout", "language", "favicon", "healthz", "readyz"),
    *("sign_in_code", "password_reset", "password_reset_done"),
    *("password_reset_confirm", "password_reset_complete", "invitation_accept"),
    *("verify", "verify_letter"),
}
MARTAS = ("Bruno", "Ferretería", "5.000 seguidores", "los seguidores", "2026-0001")


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


def a_copy(document):
    content = b"%PDF-1.7 Bruno"
    return document.files.create(
        kind="countersigned",
        file=default_storage.save("copy.pdf", ContentFile(content)),
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        created_at=NOW,
    )


@pytest.fixture
def martas(bruno, monkeypatch):
    """One of each thing of Marta's; her letter is pending, which takes less time."""
    monkeypatch.setattr("consultancy.actions.issue_document.render", no_renderer)
    request = make_advised(bruno)
    record_decision(request, answer=answer(), at=NOW)
    upload = Upload("bruno.html", "text/html", "Ferretería Bruno".encode())
    file = keep_file(bruno.consultant, upload=upload, at=NOW)
    invite_consultant(bruno.consultant, email="vera@example.com", at=NOW)
    return {
        "request": request.pk,
        "client": bruno.pk,
        "contact": main_contact(bruno).pk,
        "document": Document.objects.get().pk,
        "file": file.pk,
        "copy": a_copy(Document.objects.get()).pk,
        "consultant": bruno.consultant.public_id,
        "invitation": Invitation.objects.get().pk,
        "strategy": strategy_in_force(bruno).pk,
        "rule": write_rule(bruno.consultant, clients=[bruno.pk]).rule.code,
    }


def address(name, things):
    if name in RULES:
        return reverse(name, args=[RULES[name]])
    thing = SOMEBODYS.get(name) or OWNERS.get(name)
    return reverse(name, args=[things[thing], *MORE.get(name, [])] if thing else [])


def test_every_address_is_in_exactly_one_table():
    tables = [set(SOMEBODYS), set(OWNERS), ONES_OWN, ACTS, EVERYBODYS]
    assert sorted(name for table in tables for name in table) == EVERY_NAME


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", sorted({*SOMEBODYS, *OWNERS, *ONES_OWN}))
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


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", OWNERS)
def test_what_the_owner_does_does_not_exist_for_others(
    martas, nadia, browser_of, name, method
):
    response = getattr(browser_of(nadia), method)(address(name, martas))
    assert response.status_code == (405 if method == "get" and OWNERS[name] else 404)
    assert b"vera@" not in response.content


@pytest.mark.parametrize("name", SOMEBODYS)
def test_owning_the_installation_opens_no_practice(martas, nadia, browser_of, name):
    User.objects.update(is_superuser=True)
    nadia.user.refresh_from_db()
    assert nadia.user.owns_installation
    assert browser_of(nadia).get(address(name, martas)).status_code == 404


@pytest.mark.parametrize("name", sorted(ONES_OWN))
def test_lists_hold_nothing_of_another_consultant(martas, nadia, browser_of, name):
    answered = b"".join(browser_of(nadia).get(address(name, martas)))
    page = answered.decode(errors="replace")
    assert not any(word in page for word in MARTAS)


@pytest.mark.parametrize("name", SOMEBODYS)
def test_marta_herself_may_look(martas, marta, browser_of, name):
    # Where a page does not fit the request, it leads to the one that does.
    response = browser_of(marta).get(address(name, martas), follow=True)
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
    address = reverse(name, args=[pk, *MORE.get(name, [])])
    assert browser_of(marta).get(address).status_code == 404


def test_fields_nobody_offered_are_ignored(bruno, marta, nadia, browser_of):
    browser_of(marta).post(
        reverse("client_edit", args=[bruno.pk]),
        {
            "name": "Ferretería Bruno",
            "language": "es",
            "address_form": "tu",
            "consultant": nadia.pk,
            "status": "ended",
            "name_key": "x",
            "archived_at": "2001-01-01",
            "created_at": "2001-01-01",
        },
    )
    bruno.refresh_from_db()
    assert bruno.consultant == marta
    assert bruno.created_at == NOW
    assert (bruno.status, bruno.archived_at) == ("active", None)
    assert bruno.name_key == "ferreteria bruno"


@pytest.mark.parametrize("words", ["seguidores", "Ferretería", "cómprame", "2026-0001"])
@pytest.mark.parametrize("listed", ["request_list", "request_table"])
def test_a_search_finds_nothing_of_another_consultant(
    martas, nadia, browser_of, listed, words
):
    found = browser_of(nadia).get(reverse(f"requests_log:{listed}"), {"q": words})
    shown = b"".join(found).decode()
    assert not any(word in shown for word in MARTAS if word != words)


def test_there_is_no_back_room():
    assert not [name for name in EVERY_NAME if name.startswith("admin")]


def test_a_page_seen_before_signing_out_is_not_kept(marta, browser_of):
    browser = browser_of(marta)
    assert browser.get("/")["Cache-Control"] == "no-store"
    browser.post(reverse("logout"))
    assert browser.get("/").status_code == 302
