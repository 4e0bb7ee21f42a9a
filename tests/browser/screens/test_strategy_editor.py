"""The strategy's editor: what a change would do is seen before it is saved."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from consultancy.models import Client, StrategyVersion
from tests.browser.looks import faults, press
from tests.people import WANTS_TIKTOK, make_request


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_a_change_would_do_is_shown_beside_what_is_typed(
    page: Page, at_home: Any, bruno: Client, console: list[str], theme: str
) -> None:
    make_request(bruno, WANTS_TIKTOK)
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": 390, "height": 844})
    at_home(f"/clients/{bruno.pk}/strategy/")
    page.select_option("[name=channel_tiktok]", "7")
    page.fill("[name=topics]", "pintura")
    page.locator("main .form-actions .btn-secondary").click()
    expect(page.locator("#what-if .shift")).to_have_count(1)
    assert page.input_value("[name=topics]") == "pintura"
    assert faults(page, console) == []
    assert StrategyVersion.objects.count() == 1


def test_the_keyboard_s_place_is_kept_and_a_request_s_link_covers_it_alone(
    page: Page, at_home: Any, bruno: Client
) -> None:
    make_request(bruno, WANTS_TIKTOK)
    at_home(f"/clients/{bruno.pk}/strategy/")
    page.select_option("[name=channel_tiktok]", "7")
    button = page.locator("main .form-actions .btn-secondary")
    button.press("Enter")
    expect(page.locator("#what-if .shift")).to_have_count(1)
    expect(button).to_be_focused()
    covered = page.locator("#what-if .shifts > li").evaluate(
        "row => getComputedStyle(row).position"
    )
    assert covered == "relative"


def test_without_scripts_the_page_comes_again(
    browser: Any, live_server: Any, bruno: Client, page: Page, enter: Any
) -> None:
    enter(bruno.consultant)
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    still = context.new_page()
    still.goto(f"{live_server.url}/clients/{bruno.pk}/strategy/")
    still.fill("[name=topics]", "pintura")
    press(still, "main .form-actions .btn-secondary")
    expect(still.locator("#what-if section")).to_be_visible()
    assert still.input_value("[name=topics]") == "pintura"
    press(still, "main .form-actions .btn-primary")
    assert still.url.endswith(f"/clients/{bruno.pk}/")
    context.close()


def test_a_decision_is_tried_while_it_is_written(
    page: Page, at_home: Any, bruno: Client, console: list[str]
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    at_home(f"/clients/{bruno.pk}/strategy/")
    page.fill("[name=house_decisions]", "El local no se usa para otra cosa")
    asked = "Presta el local a la banda y publica la foto"
    page.locator("[name=sample]").press_sequentially(asked)
    answer = page.locator("#strategy-trial")
    expect(answer.locator("strong")).to_be_visible()
    expect(answer.locator("mark")).to_have_count(0)
    decision = "El local no se usa para otra cosa | presta el local"
    page.fill("[name=house_decisions]", decision)
    expect(answer.locator("mark").first).to_contain_text("Presta el local")
    assert faults(page, console) == []
    assert StrategyVersion.objects.count() == 1


def test_what_was_tried_is_tried_anew_when_any_field_changes(
    page: Page, at_home: Any, bruno: Client, console: list[str]
) -> None:
    at_home(f"/clients/{bruno.pk}/strategy/")
    page.fill("[name=sample]", WANTS_TIKTOK)
    marks = page.locator("#strategy-trial mark")
    expect(marks.first).to_be_visible()
    page.select_option("[name=channel_tiktok]", "7")
    expect(marks).to_have_count(0)
    page.fill("[name=sample]", "Pon 900 euros en anuncios de Instagram")
    expect(marks.first).to_be_visible()
    page.fill("[name=budget]", "2000")
    expect(marks).to_have_count(0)
    assert faults(page, console) == []
