"""Every screen, in both languages, themes and widths: axe finds nothing, the console
is silent, nothing scrolls sideways."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from consultancy.models import Client, Consultant
from consultancy.selectors.clients import strategy_in_force
from requests_log.actions.record_decision import record_decision
from requests_log.actions.send import send
from requests_log.selectors.request_page import latest_advice
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
)

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = [
    ("es", "light", 390),
    ("es", "dark", 1280),
    ("en", "light", 1280),
    ("en", "dark", 390),
]


@pytest.fixture
def screens(bruno: Client) -> list[str]:
    """Return the address of every screen that Marta has, at every stage."""
    logged = make_request(bruno, f"{WANTS_TIKTOK}\n\n¿Y eso? 😅 {'muylarga' * 30}")
    objected = object_to(make_request(bruno, WANTS_TIKTOK))
    advised = make_advised(bruno, WANTS_TIKTOK)
    sent = make_advised(bruno)
    advice = latest_advice(sent)
    assert advice is not None
    send(advice, channel="whatsapp", happened_at=NOW, at=NOW)
    first = strategy_in_force(bruno)
    assert first is not None
    second = make_strategy(prove(first).client, channels={"instagram": 9})
    followed = make_advised(bruno)
    record_decision(followed, answer=answer("follows"), at=NOW)
    return [
        *("/", "/requests/", "/requests/new/", "/documents/", "/profile/"),
        *("/clients/", f"/clients/{bruno.pk}/", f"/clients/{bruno.pk}/edit/"),
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
        *(f"/requests/{objected.pk}/", f"/requests/{objected.pk}/recommend/"),
        *(f"/requests/{advised.pk}/", f"/requests/{advised.pk}/send/"),
        *(f"/requests/{sent.pk}/", f"/requests/{sent.pk}/decide/"),
        *(f"/requests/{followed.pk}/", "/requests/?stage=logged&to=nonsense"),
        "/requests/?stage=closed",
    ]


def faults(page: Page, console: list[str]) -> list[str]:
    """Return what is wrong with the page as it stands, and empty the console."""
    found = Axe().run(page, options={"runOnly": STANDARDS}).response["violations"]
    said = [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found]
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    said += [*console, *(["scrolls sideways"] if wide else [])]
    console.clear()
    return said


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_screens_are_accessible_quiet_and_fit(
    page: Page,
    at_home: Any,
    marta: Consultant,
    screens: list[str],
    console: list[str],
    look: Any,
) -> None:
    language, theme, width = look
    marta.user.language = language
    marta.user.save()
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=theme)
    wrong = {}
    for path in screens:
        at_home(path)
        assert page.locator("html").get_attribute("lang") == language
        wrong[path] = faults(page, console)
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
    page.locator("main .btn-primary").click()
    box = page.get_by_role("textbox")
    assert box.evaluate("box => box === document.activeElement")
    assert box.get_attribute("aria-invalid") == "true"
    assert [said for said in faults(page, console) if "422" not in said] == []
