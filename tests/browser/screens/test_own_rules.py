"""A rule of one's own is tried while it is written, with and without scripts."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from consultancy.models import Client, Consultant
from requests_log.models import OwnRule
from tests.people import PASSWORD, make_request
from tests.requests_log.own_rules import ASKS, write_rule

NEW = "/rules/own/new/"
READ = "button[hx-target='#back-test']"
STOP = "#back-test-next button[type=button]"


def test_words_are_marked_while_they_are_typed(
    page: Page, at_home: Any, bruno: Client, console: list[str]
) -> None:
    at_home(NEW)
    page.locator("#id_sample").fill(ASKS)
    page.locator("#id_way1_words_1").press_sequentially("cartel")
    expect(page.locator("#trial mark")).to_have_text("carteles")
    page.locator("#id_way1_words_2").fill("globo")
    expect(page.locator("#trial mark")).to_have_count(0)
    page.locator(".ideas summary").nth(1).click()
    page.get_by_label("precios y descuentos").locator("visible=true").check()
    expect(page.locator("#trial mark")).to_have_text("precios en los carteles")
    assert not OwnRule.objects.exists()
    assert console == []


@pytest.fixture
def one_by_one(
    monkeypatch: pytest.MonkeyPatch, bruno: Client, marta: Consultant
) -> str:
    """Let the log be read request by request; return where a rule is edited."""
    for number in range(4):
        make_request(bruno, f"{ASKS} {number}")
    monkeypatch.setattr("requests_log.selectors.back_test.PIECE", 1)
    return f"/rules/{write_rule(marta).rule.code}/edit/"


def test_the_log_is_read_to_its_end_by_itself(
    page: Page, at_home: Any, one_by_one: str, console: list[str]
) -> None:
    at_home(one_by_one)
    page.locator(READ).click()
    expect(page.locator("#back-test .shifts > li")).to_have_count(4)
    expect(page.locator("#back-test .tally dd").first).to_have_text("4")
    expect(page.locator(STOP)).to_have_count(0)
    assert console == []


def test_the_keyboard_s_place_is_kept(
    page: Page, at_home: Any, one_by_one: str
) -> None:
    at_home(one_by_one)
    page.locator(READ).press("Enter")
    expect(page.locator("#back-test .shifts > li")).to_have_count(4)
    expect(page.locator(READ)).to_be_focused()


def test_reading_is_stopped_at_once(page: Page, at_home: Any, one_by_one: str) -> None:
    at_home(one_by_one)
    held: list[Route] = []

    def slowly(route: Route) -> None:
        sent = route.request.post_data or ""
        asks_for_more = "so_far=" in sent and "stop=1" not in sent
        held.append(route) if asks_for_more else route.continue_()

    page.route("**/rules/own/back-test/", slowly)
    page.locator(READ).click()
    page.locator(STOP).click()
    expect(page.locator("#back-test-next strong")).to_be_visible()
    expect(page.locator("#back-test-held")).to_be_focused()
    expect(page.locator("#back-test .shifts > li")).to_have_count(1)
    assert len(held) == 1


def test_it_all_works_without_scripts(
    browser: Browser, live_server: LiveServer, one_by_one: str
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/login/?next={one_by_one}")
    page.locator("[name=username]").fill("marta@example.com")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main .btn-primary").click()
    page.locator("#id_sample").fill(ASKS)
    page.locator("button[hx-target='#trial']").click()
    expect(page.locator("#trial mark")).to_have_text("precios en los carteles")
    page.locator(READ).click()
    expect(page.locator("#back-test .shifts > li")).to_have_count(1)
    page.locator("#back-test noscript button, #back-test button[name=so_far]").click()
    expect(page.locator("#back-test .tally dd").first).to_have_text("2")
