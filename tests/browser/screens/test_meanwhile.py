"""A decision on advice that was rewritten in another tab is shown both versions."""

from dataclasses import replace
from typing import Any

from playwright.sync_api import Page

from consultancy.models import Client
from requests_log.actions.recommend import recommend
from requests_log.models import ClientRequest
from tests.browser.looks import Look, faults, in_every_look, press
from tests.people import ADVICE, NOW, make_advised


@in_every_look
def test_both_versions_are_shown_and_what_was_typed_is_kept(
    page: Page,
    at_home: Any,
    bruno: Client,
    console: list[str],
    her_look: Look,
) -> None:
    request = make_advised(bruno)
    at_home(f"/requests/{request.pk}/decide/")
    row = ClientRequest.objects.get(pk=request.pk)
    anew = replace(ADVICE, alternatives=("Un sorteo entre quienes ya compran.",))
    recommend(row, advice=anew, at=NOW)
    page.locator("input[name=outcome][value=overrides]").check()
    page.locator("textarea[name=words]").fill("La feria es en dos semanas, adelante.")
    press(page)
    shown = page.locator(".meanwhile").inner_text()
    assert ADVICE.alternatives[0] in shown
    assert anew.alternatives[0] in shown
    assert page.locator("textarea[name=words]").input_value().startswith("La feria")
    said = faults(page, console, her_look.rules)
    assert [each for each in said if "422" not in each] == []
