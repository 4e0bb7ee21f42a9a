"""What is typed is never lost, and never comes back after it was accepted."""

from typing import Any

from playwright.sync_api import Page, expect

from consultancy.models import Client, Consultant
from tests.browser.looks import press
from tests.people import make_request

REASON = "El cliente se lo ha pensado mejor y lo retoma en enero."


def test_reload_keeps_what_was_typed(page: Page, at_home: Any, bruno: Client) -> None:
    at_home(f"/requests/{make_request(bruno).pk}/drop/")
    page.get_by_role("textbox").fill(REASON)
    page.reload()
    expect(page.get_by_role("textbox")).to_have_value(REASON)
    expect(page.locator(".draft-note")).to_be_visible()


def test_discarded_draft_is_gone(page: Page, at_home: Any, bruno: Client) -> None:
    at_home(f"/requests/{make_request(bruno).pk}/drop/")
    page.get_by_role("textbox").fill(REASON)
    page.reload()
    page.locator(".draft-note button").click()
    expect(page.get_by_role("textbox")).to_have_value("")
    page.reload()
    expect(page.get_by_role("textbox")).to_have_value("")


def test_accepted_form_comes_back_empty(
    page: Page, at_home: Any, marta: Consultant
) -> None:
    at_home("/profile/")
    page.locator("[name=trade]").fill("Community manager")
    press(page)
    expect(page.locator(".notice.success")).to_be_visible()
    expect(page.locator(".draft-note")).to_have_count(0)
    page.evaluate("localStorage.length === 0 || Promise.reject('a draft is left')")


def test_refused_form_keeps_the_draft(page: Page, at_home: Any, bruno: Client) -> None:
    at_home(f"/clients/{bruno.pk}/edit/")
    page.locator("[name=sector]").fill("droguería")
    page.locator("[name=name]").fill("")
    press(page)
    expect(page.locator("[name=sector]")).to_have_value("droguería")
    at_home(f"/clients/{bruno.pk}/edit/")
    expect(page.locator("[name=sector]")).to_have_value("droguería")


def test_draft_belongs_to_one_person(
    page: Page, at_home: Any, nadia: Consultant, enter: Any, marta: Consultant
) -> None:
    at_home("/profile/")
    page.locator("[name=trade]").fill("Un borrador de Marta")
    enter(nadia)
    at_home("/profile/")
    expect(page.locator("[name=trade]")).not_to_have_value("Un borrador de Marta")
