"""While a message is typed, the words a rule objects to are marked beside it."""

from typing import Any

from playwright.sync_api import Page, expect

from consultancy.models import Client
from requests_log.models import ClientRequest
from tests.people import BUYS_FOLLOWERS, WANTS_TIKTOK, make_request


def test_typing_marks_the_words_and_stores_nothing(
    page: Page, at_home: Any, bruno: Client, console: list[str]
) -> None:
    at_home("/requests/new/")
    page.locator("[name=text]").press_sequentially(BUYS_FOLLOWERS)
    mark = page.locator("#triage mark").first
    expect(mark).to_be_visible()
    assert (mark.inner_text()) in BUYS_FOLLOWERS
    assert not ClientRequest.objects.exists()
    assert console == []


def test_verdict_is_said_under_the_text_and_leads_to_the_triage(
    page: Page, at_home: Any, bruno: Client
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    at_home("/requests/new/")
    page.locator("[name=text]").fill(BUYS_FOLLOWERS)
    brief = page.locator("#triage-brief[role=status] a")
    brief.click()
    expect(page.locator("#triage-title")).to_be_in_viewport()
    page.locator("[name=text]").fill("")
    expect(brief).to_have_count(0)


def test_choosing_the_client_brings_the_strategy_in(
    page: Page, at_home: Any, bruno: Client
) -> None:
    at_home("/requests/new/")
    page.locator("[name=text]").fill(WANTS_TIKTOK)
    page.locator("[name=client]").select_option(str(bruno.pk))
    expect(page.locator("#triage .finding-line").first).to_be_visible()


def test_mark_leads_to_its_finding(page: Page, at_home: Any, bruno: Client) -> None:
    at_home(f"/requests/{make_request(bruno).pk}/")
    link = page.locator("mark a").first
    target = link.get_attribute("href") or ""
    link.click()
    expect(page.locator(target)).to_be_in_viewport()
    assert page.url.endswith(target)
