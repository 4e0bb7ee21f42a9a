"""Every screen, in both languages, themes and widths: axe finds nothing, the console
is silent, nothing scrolls sideways."""

import uuid
from typing import Any

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from consultancy.actions.contact_leaves import mark_contact_left
from consultancy.actions.keep_file import Upload, keep_file
from consultancy.actions.note_on_client import note_on_client
from consultancy.actions.save_contact import ContactData, add_contact
from consultancy.models import (
    AddedSignature,
    Client,
    Document,
    Timestamp,
)
from consultancy.selectors.clients import main_contact, strategy_in_force
from requests_log.actions.attach_files import attach_files
from requests_log.actions.close_unanswered import close_unanswered
from requests_log.actions.confirm_verdict import confirm_verdict
from requests_log.actions.note_reply import Reply, note_reply
from requests_log.actions.record_decision import record_decision
from requests_log.actions.record_outcome import Report, record_outcome
from requests_log.models import ClientRequest
from tests.browser.looks import Look, faults, in_every_look, press
from tests.consultancy.views.test_files import PNG
from tests.people import (
    NOW,
    WANTS_TIKTOK,
    answer,
    make_advised,
    make_consultant,
    make_request,
    make_strategy,
    object_to,
    prove,
    send_advice,
)
from tests.requests_log.actions.test_split_request import MESSAGE, split
from tests.requests_log.own_rules import write_rule

LEFT = ContactData("Pepe Gil", "aprendiz", "", False, "600 11 22 33")


def ended(client: Client) -> tuple[ClientRequest, ClientRequest]:
    """Return a request that is closed with an outcome, and one that is to do."""
    closed = make_advised(client, WANTS_TIKTOK)
    record_decision(closed, answer=answer("withdraws"), at=NOW)
    report = Report("not_done", NOW.date(), "right", words="Nadie lo echó de menos.")
    record_outcome(closed, report=report, at=NOW)
    cleared = make_request(client, "Sube la foto del equipo")
    confirm_verdict(cleared, verdict="fine", reason="", own_rule="", at=NOW)
    return closed, cleared


def waited_for(client: Client) -> tuple[ClientRequest, ClientRequest]:
    """Return a request nobody answered, and one that was answered by a question."""
    silent, asked = make_advised(client), make_advised(client)
    for request in (silent, asked):
        send_advice(request)
    close_unanswered(silent, at=NOW)
    reply = Reply("ask", "¿Y con mil?", "Bruno Peña", "phone", NOW)
    note_reply(asked, reply=reply, at=NOW)
    return silent, asked


CLIENT_PAGES = (
    *("status", "archive", "restore", "notes", "contacts/new"),
    *("erase", "hold"),
)


def add_files(request: ClientRequest) -> None:
    """Add a picture and something else."""
    named = {"captura.png": "image/png", "correo.eml": "application/octet-stream"}
    files = [
        keep_file(request.consultant, upload=Upload(name, kind, PNG), at=NOW)
        for name, kind in named.items()
    ]
    attach_files(request, files=files, submission=uuid.uuid4(), at=NOW)


def signed_letter() -> Document:
    """Return a letter that the client signed and that awaits its timestamp."""
    document = Document.objects.latest("pk")
    Document.objects.filter(pk=document.pk).update(status="issued", issued_at=NOW)
    file = document.files.create(
        kind="countersigned", file="x", sha256="f" * 64, size=1, created_at=NOW
    )
    AddedSignature.objects.create(file=file, signer="PEÑA BRUNO", issuer="AC")
    Timestamp.objects.create(document=document, next_try_at=NOW)
    return document


@pytest.fixture
def screens(bruno: Client, no_renderer: None) -> list[str]:
    """Return the address of every screen that Marta has, at every stage."""
    logged = make_request(bruno, f"{WANTS_TIKTOK}\n\n¿Y eso? 😅 {'muylarga' * 30}")
    mixed = make_request(bruno, MESSAGE)
    whole = make_request(bruno, MESSAGE)
    add_files(whole)
    parts = split(whole)[-3:]
    objected = object_to(make_request(bruno, WANTS_TIKTOK))
    advised = make_advised(bruno, WANTS_TIKTOK)
    sent = make_advised(bruno)
    send_advice(sent)
    first = strategy_in_force(bruno)
    assert first is not None
    second = make_strategy(prove(first).client, channels={"instagram": 9})
    followed = make_advised(bruno)
    record_decision(followed, answer=answer("follows"), at=NOW)
    closed, cleared = ended(bruno)
    silent, asked = waited_for(bruno)
    signed = signed_letter()
    own = write_rule(bruno.consultant, clients=[bruno.pk], despite=("report",)).rule
    speaks = main_contact(bruno)
    assert speaks is not None
    left = add_contact(bruno, contact=LEFT, is_main=False, at=NOW)
    mark_contact_left(left, on=NOW.date(), successor=None, at=NOW)
    note_on_client(bruno, text="Paga tarde.", submission=uuid.uuid4(), at=NOW)
    return [
        *("/", "/requests/", "/requests/new/", "/documents/", "/profile/"),
        "/profile/keeping/",
        *("/clients/", f"/clients/{bruno.pk}/", f"/clients/{bruno.pk}/edit/"),
        *(f"/clients/{bruno.pk}/{page}/" for page in CLIENT_PAGES),
        *(f"/contacts/{speaks.pk}/{page}/" for page in ("edit", "take-out")),
        *(f"/contacts/{left.pk}/return/", "/clients/?status=archived"),
        *(f"/clients/{bruno.pk}/strategy/", f"/clients/{bruno.pk}/strategy/import/"),
        *(
            f"/clients/{bruno.pk}/strategy/versions/",
            f"/clients/strategies/{first.pk}/",
        ),
        *(
            f"/clients/{bruno.pk}/strategy/?from=1",
            f"/clients/strategies/{second.pk}/proof/",
        ),
        *("/clients/new/", "/profile/password/", f"/requests/{logged.pk}/"),
        *(f"/requests/{logged.pk}/verdict/", f"/requests/{logged.pk}/drop/"),
        *(f"/requests/{logged.pk}/split/", f"/requests/{logged.pk}/files/"),
        *(f"/requests/{mixed.pk}/", f"/requests/{mixed.pk}/split/?fine"),
        *(f"/requests/{parts[0].pk}/", f"/requests/{parts[1].pk}/split/"),
        *(f"/requests/{objected.pk}/", f"/requests/{objected.pk}/recommend/"),
        *(f"/requests/{advised.pk}/", f"/requests/{advised.pk}/send/"),
        *(f"/requests/{sent.pk}/", f"/requests/{sent.pk}/decide/"),
        *(f"/requests/{sent.pk}/reply/", f"/requests/{sent.pk}/send/"),
        f"/requests/{sent.pk}/unanswered/",
        *(f"/requests/{followed.pk}/correct/", f"/requests/{followed.pk}/outcome/"),
        f"/requests/{followed.pk}/confirmation/",
        *(f"/requests/{silent.pk}/", f"/requests/{asked.pk}/"),
        *(f"/requests/{closed.pk}/", f"/requests/{closed.pk}/reopen/"),
        *(f"/requests/{cleared.pk}/", f"/requests/{cleared.pk}/done/"),
        *("/profile/reminders/", "/profile/signing/", "/profile/signing/renew/"),
        *("/profile/signing/bring/", "/rules/", "/rules/fake_engagement/"),
        *(f"/rules/{own.code}/", f"/rules/{own.code}/versions/1/"),
        *(f"/rules/{own.code}/edit/", f"/rules/own/new/?from={objected.pk}"),
        "/rules/own/import/",
        *(f"/requests/{followed.pk}/", "/requests/?stage=logged&to=nonsense"),
        "/requests/?stage=closed",
        *(f"/documents/{signed.pk}/", f"/documents/{signed.pk}/signed-copy/"),
    ]


@in_every_look
def test_screens_are_accessible_quiet_and_fit(
    page: Page,
    at_home: Any,
    her_look: Look,
    screens: list[str],
    console: list[str],
) -> None:
    wrong = {}
    for path in screens:
        at_home(path)
        assert page.locator("html").get_attribute("lang") == her_look.language
        wrong[path] = faults(page, console, her_look.rules)
    assert {path: said for path, said in wrong.items() if said} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_first_steps_and_sign_in_are_accessible(
    page: Page, live_server: LiveServer, console: list[str], enter: Any, theme: Any
) -> None:
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": 390, "height": 844})
    wrong = {}
    for path in ("/login/", "/", "/requests/", "/clients/", "/documents/"):
        if path == "/":
            enter(make_consultant())
        page.goto(live_server.url + path)
        wrong[path] = faults(page, console)
    assert {path: said for path, said in wrong.items() if said} == {}


def test_refused_form_is_accessible_and_leads_to_the_fault(
    page: Page, at_home: Any, bruno: Client, console: list[str]
) -> None:
    at_home(f"/requests/{make_request(bruno).pk}/drop/")
    press(page)
    box = page.get_by_role("textbox")
    assert box.evaluate("box => box === document.activeElement")
    assert box.get_attribute("aria-invalid") == "true"
    assert [said for said in faults(page, console) if "422" not in said] == []
