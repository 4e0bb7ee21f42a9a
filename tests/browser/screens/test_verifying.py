"""Checking a letter: on a phone, in any language, with and without an answer."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from consultancy.models import Client, Document, DocumentFile
from requests_log.actions.record_decision import record_decision
from tests.browser.looks import Look, faults, in_every_look, press
from tests.people import NOW, answer, make_advised

LETTER = b"%PDF-1.7\nA letter: here its bytes alone count.\n%%EOF\n"


@pytest.fixture
def letter(bruno: Client, no_renderer: None, tmp_path: Path) -> Path:
    """Return a file that was issued; pyHanko cannot sign where a browser runs."""
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    document = Document.objects.get()
    Document.objects.update(status="issued", issued_at=NOW)
    DocumentFile.objects.create(
        document=document,
        kind="as_issued",
        file=default_storage.save("letter.pdf", ContentFile(LETTER)),
        sha256=hashlib.sha256(LETTER).hexdigest(),
        size=len(LETTER),
        key_fingerprint="",
        created_at=NOW,
    )
    path = tmp_path / "letter.pdf"
    path.write_bytes(LETTER)
    return path


@in_every_look
def test_checking_a_letter_is_accessible_and_fits(
    page: Page,
    live_server: LiveServer,
    letter: Path,
    console: list[str],
    dressed: Look,
) -> None:
    page.goto(live_server.url + "/verify/")
    assert page.locator("html").get_attribute("lang") == dressed.language
    wrong = faults(page, console)
    document = Document.objects.get()
    mark = (document.fingerprint or "")[:16]
    page.goto(f"{live_server.url}/verify/{document.number}/{mark}/")
    assert page.locator("#letter").is_visible()
    wrong += faults(page, console)
    for content in (LETTER, LETTER + b"x", b"hola"):
        letter.write_bytes(content)
        page.locator("input[type=file]").set_input_files(letter)
        press(page)
        assert page.locator("#answer").is_visible()
        wrong += faults(page, console)
    press(page)
    assert page.locator(".invalid-feedback").first.is_visible()
    said = [each for each in faults(page, console) if "422" not in each]
    assert wrong + said == []


def test_a_letter_is_dragged_onto_the_page(
    page: Page, live_server: LiveServer, letter: Path
) -> None:
    page.goto(live_server.url + "/verify/")
    box = page.locator("input[type=file]")
    # The browser takes a file that is dropped on its own field, as on any other.
    bring: Any = """(input, words) => {
      const all = new DataTransfer();
      all.items.add(new File([words], 'letter.pdf', { type: 'application/pdf' }));
      input.files = all.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }"""
    box.evaluate(bring, LETTER.decode())
    press(page)
    assert page.locator(".answer-good").is_visible()
