"""The list of requests in a browser: filters in the address, with scripts or not."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from consultancy.models import Client
from tests.people import WANTS_TIKTOK, make_request


@pytest.fixture
def two(bruno: Client) -> Client:
    """Bruno's two requests: followers and a TikTok."""
    make_request(bruno)
    make_request(bruno, WANTS_TIKTOK)
    return bruno


def test_choosing_narrows_at_once_and_back_undoes_it(
    page: Page, at_home: Any, two: Client, console: list[str]
) -> None:
    at_home("/requests/")
    page.locator(".filters summary").click()
    page.locator("[name=verdict]").select_option("off_strategy")
    expect(page.locator(".row-link")).to_have_count(1)
    expect(page.locator("#result-count")).to_contain_text("1")
    expect(page).to_have_url(re.compile(r"/requests/\?verdict=off_strategy$"))
    page.go_back()
    expect(page.locator(".row-link")).to_have_count(2)
    expect(page.locator("[name=verdict]")).to_have_value("")
    assert console == []


def test_filters_work_without_scripts(
    browser: Any, live_server: LiveServer, page: Page, enter: Any, two: Client
) -> None:
    enter(two.consultant)
    context = browser.new_context(
        java_script_enabled=False, storage_state=page.context.storage_state()
    )
    plain = context.new_page()
    plain.goto(live_server.url + "/requests/")
    plain.locator(".filters summary").click()
    plain.locator("[name=verdict]").select_option("off_strategy")
    plain.locator(".filters button").click()
    expect(plain.locator(".row-link")).to_have_count(1)
    expect(plain.locator("[name=verdict]")).to_have_value("off_strategy")
    context.close()


def test_slash_goes_to_the_search_and_typing_finds(
    page: Page, at_home: Any, two: Client, console: list[str]
) -> None:
    at_home("/requests/")
    page.keyboard.press("/")
    expect(page.locator("[name=q]")).to_be_focused()
    page.keyboard.type("VIDEO")
    expect(page.locator(".row-link")).to_have_count(1)
    expect(page.locator("[name=q]")).to_be_focused()
    expect(page).to_have_url(re.compile(r"/requests/\?q=VIDEO$"))
    assert console == []


def test_slash_elsewhere_comes_to_the_search(
    page: Page, at_home: Any, two: Client
) -> None:
    at_home("/")
    page.keyboard.press("/")
    page.wait_for_url("**/requests/#search")
    expect(page.locator("[name=q]")).to_be_focused()


def test_j_and_k_walk_through_the_rows_and_enter_opens(
    page: Page, at_home: Any, two: Client
) -> None:
    at_home("/requests/")
    rows = page.locator(".row-link")
    page.keyboard.press("j")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(rows.nth(0)).to_be_focused()
    target = rows.nth(0).get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}")


def test_j_is_a_letter_while_searching_and_nothing_once_turned_off(
    page: Page, at_home: Any, two: Client
) -> None:
    at_home("/requests/")
    page.keyboard.press("/")
    page.keyboard.type("j")
    expect(page.locator("[name=q]")).to_have_value("j")
    page.evaluate("localStorage.setItem('shortcuts', 'off')")
    page.locator("h1").click()
    page.keyboard.press("j")
    expect(page.locator(".row-link:focus")).to_have_count(0)


def test_j_starts_anew_in_what_a_filter_brought(
    page: Page, at_home: Any, two: Client
) -> None:
    at_home("/requests/?stage=logged")
    page.locator("[name=verdict]").select_option("off_strategy")
    expect(page.locator(".row-link")).to_have_count(1)
    page.locator("h1").click()
    page.keyboard.press("j")
    expect(page.locator(".row-link")).to_be_focused()
