"""From the list of people to a new account, as test_looks looks at the others."""

from typing import Any

from playwright.sync_api import Page

from consultancy.actions.deactivate_consultant import deactivate_consultant
from consultancy.models import Consultant, Invitation
from tests.browser.looks import Look, faults, in_every_look, press
from tests.people import NOW, PASSWORD, make_consultant


@in_every_look
def test_the_way_of_an_invitation_is_accessible_and_fits(
    page: Page,
    at_home: Any,
    marta: Consultant,
    nadia: Consultant,
    console: list[str],
    her_look: Look,
) -> None:
    eva = make_consultant("Eva Luna", "eva@example.com")
    deactivate_consultant(marta, eva, at=NOW)
    at_home("/profile/consultants/")
    wrong = faults(page, console)
    page.locator("[name=email]").fill("vera@example.com")
    press(page)
    link = page.locator("#invitation-link").inner_text()
    wrong += faults(page, console)
    page.goto(link)
    wrong += faults(page, console)
    page.context.clear_cookies()
    page.goto(link)
    assert page.locator("html").get_attribute("lang") == her_look.language
    wrong += faults(page, console)
    for password in ("123", PASSWORD):
        page.locator("[name=name]").fill("Vera Sanz")
        page.locator("[name=password1]").fill(password)
        page.locator("[name=password2]").fill(password)
        press(page)
    wrong += [said for said in faults(page, console) if "422" not in said]
    Invitation.objects.update(used_at=None, revoked_at=NOW)
    page.goto(link)
    wrong += [said for said in faults(page, console) if "410" not in said]
    assert wrong == []
