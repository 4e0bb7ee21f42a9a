"""A letter is made to be checked in later years, or it is said why not."""

from typing import Any

import pytest
from playwright.sync_api import Page

from consultancy.models import Client, Document, Timestamp
from consultancy.paper.errors import FetchFailed, NotLasting
from requests_log.actions.record_decision import record_decision
from tests.browser.looks import Look, faults, in_every_look, press
from tests.people import NOW, answer, make_advised


@pytest.fixture
def letter(bruno: Client, no_renderer: None) -> Document:
    """A letter whose timestamp came at once."""
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    document = Document.objects.get()
    Document.objects.update(status="issued", issued_at=NOW)
    document.files.create(
        kind="as_issued", file="x", sha256="f" * 64, size=1, created_at=NOW
    )
    Timestamp.objects.create(document=document, at=NOW, authority="Clock 2")
    return document


@in_every_look
def test_it_is_offered_explained_and_refused_calmly(
    page: Page,
    at_home: Any,
    letter: Document,
    console: list[str],
    monkeypatch: pytest.MonkeyPatch,
    her_look: Look,
) -> None:
    def nobody_answers(*_args: object, **_more: object) -> None:
        raise NotLasting(FetchFailed.LATE, "Clock 2")

    monkeypatch.setattr("consultancy.views.lasting.make_last", nobody_answers)
    at_home(f"/documents/{letter.pk}/")
    assert faults(page, console, her_look.rules) == []
    press(page, f"a[href='/documents/{letter.pk}/lasting/']")
    assert faults(page, console, her_look.rules) == []
    press(page)
    assert "Clock 2" in page.locator("main").inner_text()
    said = faults(page, console, her_look.rules)
    assert [each for each in said if "422" not in each] == []
