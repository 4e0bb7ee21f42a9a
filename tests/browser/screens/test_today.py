"""Today in a browser: a request is ticked off where it stands."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from consultancy.models import Client
from requests_log.actions.confirm_verdict import confirm_verdict
from requests_log.models import ClientRequest
from tests.people import NOW, make_request


@pytest.mark.parametrize("width", [390, 1280])
def test_done_is_pressed_in_the_row_and_undone(
    page: Page, at_home: Any, bruno: Client, width: int
) -> None:
    request = make_request(bruno, "Sube la foto del equipo")
    confirm_verdict(request, verdict="fine", reason="", own_rule="", at=NOW)
    page.set_viewport_size({"width": width, "height": 844})
    at_home("/")
    page.locator(".tick button").click()
    expect(page.locator(".row-item")).to_have_count(0)
    assert ClientRequest.objects.get().stage == "closed"
    page.locator(".notice .undo button").click()
    expect(page.locator(".notice")).to_have_count(1)
    assert ClientRequest.objects.get().stage == "cleared"
