"""The letter beside the profile's form, and the colour typed or picked."""

from typing import Any

from playwright.sync_api import Page, expect

from consultancy.models import Brand, Consultant
from tests.browser.looks import Look, faults, in_every_look, press
from tests.logos import change_look, logo_file

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


def test_a_letter_with_what_is_typed_stands_beside_the_form(
    page: Page, at_home: Any, console: list[str]
) -> None:
    page.set_viewport_size(DESK)
    at_home("/profile/")
    frame = page.locator("[data-letter-sample] iframe")
    expect(frame).to_have_count(1, timeout=20_000)
    before = frame.get_attribute("src")
    page.locator("[name=trade]").fill("Consultora")
    expect(frame.last).not_to_have_attribute("src", str(before), timeout=20_000)
    expect(frame).to_have_count(1)
    assert page.evaluate("document.activeElement.name") == "trade"
    assert console == []


def test_on_a_phone_the_sample_opens_apart_and_the_form_can_still_be_saved(
    page: Page, at_home: Any, marta: Consultant
) -> None:
    page.set_viewport_size(PHONE)
    at_home("/profile/")
    page.locator("[name=trade]").fill("Consultora")
    with page.context.expect_page() as opened:
        page.locator("[formtarget]").click()
    opened.value.close()
    assert page.locator("[data-letter-sample]").is_hidden()
    press(page, "main .btn-primary >> nth=0")
    expect(page.locator(".notice.success")).to_be_visible()
    marta.refresh_from_db()
    assert marta.trade == "Consultora"


def test_palette_and_field_say_the_same_colour(page: Page, at_home: Any) -> None:
    at_home("/profile/")
    page.locator("[name=accent_picked]").fill("#9b1c31")
    assert page.locator("[name=accent]").input_value() == "#9b1c31"
    page.locator("[name=accent]").fill("036")
    assert page.locator("[name=accent_picked]").input_value() == "#003366"
    page.locator("[name=accent]").fill("")
    assert page.locator("[name=accent_picked]").input_value() == "#1f5560"


@in_every_look
def test_logo_and_a_pale_colour_are_accessible_and_fit(
    page: Page, at_home: Any, marta: Consultant, console: list[str], her_look: Look
) -> None:
    change_look(marta, accent="#9b1c31", logo=logo_file())
    at_home("/profile/")
    page.locator("[name=accent]").fill("#ffd400")
    press(page, "main .btn-primary >> nth=0")
    expect(page.locator(".shade")).to_be_visible()
    assert [said for said in faults(page, console) if "422" not in said] == []
    press(page, ".shade button")
    expect(page.locator(".notice.success")).to_be_visible()
    assert Brand.objects.get().accent == "#8c7500"
    assert faults(page, console) == []
