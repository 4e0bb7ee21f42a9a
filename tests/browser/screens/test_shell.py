"""The habits people expect: theme, menus, keys, copying, times, one sending."""

from typing import Any

from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from consultancy.models import Client, Consultant
from tests.people import NOW, make_advised, make_request


def test_chosen_theme_stays(page: Page, at_home: Any) -> None:
    page.emulate_media(color_scheme="light")
    at_home("/")
    page.locator(".account summary").click()
    page.locator(".account [data-theme-choice=dark]").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")


def test_system_theme_is_followed_at_once(page: Page, at_home: Any) -> None:
    page.emulate_media(color_scheme="light")
    at_home("/")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")


def test_language_is_switched_and_the_page_stays(page: Page, at_home: Any) -> None:
    at_home("/clients/")
    page.locator(".account summary").click()
    page.locator(".account [name=language][value=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", name="Clients", exact=True)).to_be_visible()


def test_escape_closes_a_menu_and_gives_the_focus_back(
    page: Page, at_home: Any
) -> None:
    at_home("/")
    summary = page.locator(".account summary")
    summary.click()
    page.locator(".account a").first.focus()
    page.keyboard.press("Escape")
    expect(page.locator(".account")).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()


def test_n_opens_a_new_request_but_not_while_writing(page: Page, at_home: Any) -> None:
    at_home("/clients/new/")
    page.locator("[name=name]").press("n")
    assert page.url.endswith("/clients/new/")
    page.locator("h1").click()
    page.keyboard.press("n")
    page.wait_for_url("**/requests/new/")


def test_shortcuts_can_be_turned_off(page: Page, at_home: Any) -> None:
    at_home("/clients/")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("checkbox").uncheck()
    page.reload()
    page.keyboard.press("?")
    expect(dialog).to_be_hidden()


def test_reply_is_copied_and_said_to_be(
    page: Page, at_home: Any, bruno: Client
) -> None:
    at_home(f"/requests/{make_advised(bruno).pk}/send/")
    page.locator("[data-copy]").click()
    expect(page.locator("[data-announcer]")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#reply-text").inner_text().strip()


def test_times_are_relative_and_exact_with_a_zone_on_hover(
    page: Page, at_home: Any, bruno: Client
) -> None:
    make_request(bruno)
    page.clock.install(time=NOW.replace(hour=NOW.hour + 3))
    at_home("/requests/")
    moment = page.locator("time[data-relative]").first
    expect(moment).to_have_text("hace 3 horas")
    assert "CET" in (moment.get_attribute("title") or "")


def test_second_press_sends_nothing(page: Page, at_home: Any) -> None:
    at_home("/profile/")
    gone_through = page.evaluate(
        """() => {
            const form = document.querySelector("main form");
            const press = () => new Event("submit", {bubbles: true, cancelable: true});
            return [form.dispatchEvent(press()), form.dispatchEvent(press())];
        }"""
    )
    assert gone_through == [True, False]


def test_pages_work_without_scripts(
    browser: Any, live_server: LiveServer, marta: Consultant
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + "/login/")
    page.locator("[name=username]").fill("marta@example.com")
    page.locator("[name=password]").fill("una contraseña larga")
    page.locator("main .btn-primary").click()
    page.locator(".account summary").click()
    expect(page.locator(".account button[name=language]").first).to_be_visible()
    expect(page.locator("[data-theme-choice]").first).to_be_hidden()
    context.close()
