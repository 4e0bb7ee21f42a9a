"""Files are brought by choosing or pasting, and no text is lost on the way."""

from pathlib import Path
from typing import Any

from django.conf import LazySettings
from playwright.sync_api import Page, expect

from consultancy.models import Client
from requests_log.models import Attachment
from tests.browser.looks import press
from tests.consultancy.views.test_files import PNG
from tests.people import BUYS_FOLLOWERS, make_request

PICTURE = {"name": "captura.png", "mimeType": "image/png", "buffer": PNG}
PASTE = """([kind, text]) => {
  const pasted = new DataTransfer();
  pasted.items.add(new File([new Uint8Array(9)], "pegada.png", { type: "image/png" }));
  if (text) pasted.setData("text/plain", text);
  const how = { clipboardData: pasted, bubbles: true, cancelable: true };
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", how));
}"""


def chosen(page: Page) -> list[str]:
    names: list[str] = page.locator("[name=uploads]").evaluate(
        "box => [...box.files].map((file) => file.name)"
    )
    return names


def test_a_picture_is_logged_with_its_message_and_shown_small(
    page: Page, at_home: Any, bruno: Client, console: list[str]
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    at_home("/requests/new/")
    page.locator("[name=text]").fill(BUYS_FOLLOWERS)
    page.locator("[name=client]").select_option(str(bruno.pk))
    page.locator("details:has([name=uploads]) > summary").click()
    page.locator("[name=uploads]").set_input_files([PICTURE])  # type: ignore[list-item]
    press(page, "#log-form .btn-primary")
    picture = page.locator(".kept-files img")
    expect(picture).to_be_visible()
    assert picture.evaluate("img => img.complete && img.naturalWidth > 0")
    assert (picture.bounding_box() or {})["width"] <= 88
    assert console == []


def test_a_refused_form_keeps_text_and_files(
    page: Page, at_home: Any, bruno: Client
) -> None:
    at_home("/requests/new/")
    page.locator("[name=text]").fill(BUYS_FOLLOWERS)
    page.locator("details:has([name=uploads]) > summary").click()
    page.locator("[name=uploads]").set_input_files([PICTURE])  # type: ignore[list-item]
    press(page, "#log-form .btn-primary")
    expect(page.locator("[name=held]")).to_be_checked()
    expect(page.locator("[name=text]")).to_have_value(BUYS_FOLLOWERS)
    page.locator("[name=client]").select_option(str(bruno.pk))
    press(page, "#log-form .btn-primary")
    expect(page.locator(".kept-files img")).to_be_visible()
    at_home("/requests/new/")
    expect(page.locator("[name=text]")).to_have_value("")
    assert Attachment.objects.count() == 1


def test_a_pasted_picture_joins_the_chosen_ones_and_pasted_words_stay_words(
    page: Page, at_home: Any, bruno: Client
) -> None:
    at_home("/requests/new/")
    page.locator("[name=uploads]").set_input_files([PICTURE])  # type: ignore[list-item]
    page.locator("[name=text]").focus()
    page.evaluate(PASTE, ["image", ""])
    assert chosen(page) == ["captura.png", "pegada.png"]
    expect(page.locator("[name=uploads]")).to_be_visible()
    page.evaluate(PASTE, ["image", "una tabla"])
    assert chosen(page) == ["captura.png", "pegada.png"]


def test_what_is_too_large_is_said_before_it_is_sent(
    page: Page, at_home: Any, bruno: Client, settings: LazySettings, tmp_path: Path
) -> None:
    settings.KEPT_FILE_LIMIT, settings.UPLOAD_LIMIT = 1_000, 1_500
    at_home(f"/requests/{make_request(bruno).pk}/files/")
    note = page.locator(".files-note")
    large, small = tmp_path / "grande.mp4", tmp_path / "pequeña.png"
    large.write_bytes(b"0" * 1_200)
    small.write_bytes(b"0" * 800)
    page.locator("[name=uploads]").set_input_files([large])
    expect(note).to_contain_text("grande.mp4")
    page.locator("[name=uploads]").set_input_files([small])
    expect(note).to_be_empty()
    page.locator("[name=uploads]").set_input_files([small, small])
    expect(note).not_to_be_empty()
