"""A decision on advice that was rewritten in another tab is shown both versions."""

from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page

from consultancy.models import Client, Consultant
from requests_log.actions.recommend import recommend
from requests_log.models import ClientRequest
from tests.people import ADVICE, NOW, make_advised

from .test_looks import LOOKS, RULES, faults


@pytest.mark.parametrize(
    "look", LOOKS, ids=lambda look: "-".join(str(part) for part in look)
)
def test_both_versions_are_shown_and_what_was_typed_is_kept(
    page: Page,
    at_home: Any,
    marta: Consultant,
    bruno: Client,
    console: list[str],
    look: Any,
) -> None:
    language, theme, width = look
    marta.user.language = language
    marta.user.save()
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=theme)
    request = make_advised(bruno)
    at_home(f"/requests/{request.pk}/decide/")
    row = ClientRequest.objects.get(pk=request.pk)
    anew = replace(ADVICE, alternatives=("Un sorteo entre quienes ya compran.",))
    recommend(row, advice=anew, at=NOW)
    page.locator("input[name=outcome][value=overrides]").check()
    page.locator("textarea[name=words]").fill("La feria es en dos semanas, adelante.")
    page.locator("main .btn-primary").click()
    shown = page.locator(".meanwhile").inner_text()
    assert ADVICE.alternatives[0] in shown
    assert anew.alternatives[0] in shown
    assert page.locator("textarea[name=words]").input_value().startswith("La feria")
    said = faults(page, console, RULES[theme])
    assert [each for each in said if "422" not in each] == []
