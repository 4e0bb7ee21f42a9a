"""A message is split with one thumb, with a script and without."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from consultancy.models import Client
from requests_log.models import ClientRequest
from tests.browser.looks import press
from tests.people import BUYS_FOLLOWERS, WANTS_TIKTOK, make_request

CLEAN = "Sube la foto del escaparate a Instagram el lunes."
MESSAGE = f"Hola Marta.\n{BUYS_FOLLOWERS}.\n{WANTS_TIKTOK}.\n{CLEAN}\nGracias"


def choose(page: Page, piece: str, mark: str) -> None:
    group = page.get_by_role("group", name=piece)
    group.locator(f"[value={mark}] + label").click()


@pytest.fixture
def asked(bruno: Client) -> ClientRequest:
    return make_request(bruno, MESSAGE)


def test_a_press_moves_a_border_and_the_verdicts_follow(
    page: Page, at_home: Any, asked: ClientRequest, console: list[str]
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    at_home(f"/requests/{asked.pk}/split/")
    cards = page.locator(".split-groups > .sheet-box")
    expect(cards).to_have_count(3)
    choose(page, CLEAN, "goes_on")
    expect(cards).to_have_count(2)
    expect(page.locator("#split-count")).to_contain_text("2")
    page.keyboard.press("ArrowRight")  # the focus is where it was
    expect(cards).to_have_count(2)
    expect(page.get_by_role("group", name=CLEAN).locator(":checked")).to_have_value(
        "left_out"
    )
    press(page, "button[name=split]")
    expect(page.locator(".notice.success")).to_be_visible()
    assert [row.text for row in ClientRequest.objects.order_by("pk")] == [
        f"{BUYS_FOLLOWERS}.",
        f"{WANTS_TIKTOK}.",
    ]
    assert console == []


def test_back_after_the_split_the_old_page_cannot_split_again(
    page: Page, at_home: Any, asked: ClientRequest
) -> None:
    at_home(f"/requests/{asked.pk}/split/")
    press(page, "button[name=split]")
    expect(page.locator(".notice.success")).to_be_visible()
    page.go_back()
    press(page, "button[name=split]")
    assert ClientRequest.objects.count() == 3


def test_without_a_script_the_parts_are_shown_at_a_press(
    browser: Browser,
    page: Page,
    at_home: Any,
    live_server: LiveServer,
    asked: ClientRequest,
) -> None:
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(page.context.cookies())
    tab = plain.new_page()
    tab.goto(f"{live_server.url}/requests/{asked.pk}/split/")
    choose(tab, CLEAN, "goes_on")
    tab.locator("button[name=show]").click()
    expect(tab.locator(".split-groups > .sheet-box")).to_have_count(2)
    tab.locator("button[name=split]").click()
    expect(tab.locator(".notice.success")).to_be_visible()
    assert ClientRequest.objects.count() == 2
    plain.close()
