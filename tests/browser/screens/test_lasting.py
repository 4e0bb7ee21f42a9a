"""A letter is made to be checked in later years, or it is said why not."""

from typing import Any

import pytest
from playwright.sync_api import Page

from consultancy.models import Client, Consultant, Document, Timestamp
from consultancy.paper.errors import FetchFailed, NotLasting
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised

from .test_looks import LOOKS, RULES, faults, no_renderer

__all__ = ["no_renderer"]


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


@pytest.mark.parametrize(
    "look", LOOKS, ids=lambda look: "-".join(str(part) for part in look)
)
def test_it_is_offered_explained_and_refused_calmly(
    page: Page,
    at_home: Any,
    marta: Consultant,
    letter: Document,
    console: list[str],
    monkeypatch: pytest.MonkeyPatch,
    look: Any,
) -> None:
    def nobody_answers(*_args: object, **_more: object) -> None:
        raise NotLasting(FetchFailed.LATE, "Clock 2")

    monkeypatch.setattr("consultancy.views.lasting.make_last", nobody_answers)
    language, theme, width = look
    marta.user.language = language
    marta.user.save()
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=theme)
    at_home(f"/documents/{letter.pk}/")
    assert faults(page, console, RULES[theme]) == []
    page.locator(f"a[href='/documents/{letter.pk}/lasting/']").click()
    assert faults(page, console, RULES[theme]) == []
    page.locator("main .btn-primary").click()
    assert "Clock 2" in page.locator("main").inner_text()
    said = faults(page, console, RULES[theme])
    assert [each for each in said if "422" not in each] == []
