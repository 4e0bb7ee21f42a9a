"""The pages of signing in and of security, as test_looks looks at the others."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from consultancy.actions.send_reset_link import reset_link
from consultancy.models import Consultant, Session
from tests.browser.looks import Look, faults, in_every_look, press
from tests.people import NOW, PASSWORD, code_of


def refused(said: str) -> bool:
    """Tell the browser's word on an answer that refuses, which is as it should be."""
    return "422" in said or "429" in said


def say(page: Page, **fields: str) -> None:
    """Fill the fields of the page's form and send it, not before the field that takes
    the focus as the page opens has it: whoever types sooner hears the browser complain.
    """
    first = page.locator("main [autofocus]")
    if first.count():
        expect(first).to_be_focused()
    for name, value in fields.items():
        page.locator(f"main [name={name}]").fill(value)
    press(page)


def be_wrong(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url + "/login/")
    say(page, username="marta@example.com", password="no es")


@in_every_look
def test_the_pause_is_accessible_and_fits(
    page: Page,
    live_server: LiveServer,
    marta: Consultant,
    console: list[str],
    dressed: Look,
) -> None:
    for _ in range(8):
        be_wrong(page, live_server)
    assert page.locator("html").get_attribute("lang") == dressed.language
    assert page.locator("main time").is_visible()
    assert [said for said in faults(page, console) if not refused(said)] == []


@in_every_look
def test_a_wrong_password_is_said_where_the_focus_is(
    page: Page,
    live_server: LiveServer,
    marta: Consultant,
    console: list[str],
    dressed: Look,
) -> None:
    be_wrong(page, live_server)
    expect(page.locator("main [role=alert]")).to_be_focused()
    expect(page.locator("[name=username]")).to_have_value("marta@example.com")
    assert [said for said in faults(page, console) if not refused(said)] == []


@in_every_look
def test_the_way_to_a_new_password_is_accessible_and_fits(
    page: Page,
    live_server: LiveServer,
    marta: Consultant,
    console: list[str],
    dressed: Look,
    settings: Any,
) -> None:
    settings.PUBLIC_URL = live_server.url
    page.goto(live_server.url + "/password/reset/")
    wrong = faults(page, console)
    settings.MAIL_IS_SET_UP = True
    page.reload()
    wrong += faults(page, console)
    say(page, email="marta@example.com")
    wrong += faults(page, console)
    link = reset_link(marta.user)
    page.goto(link)
    wrong += faults(page, console)
    new = "otra contraseña larga"
    say(page, new_password1=new, new_password2=new)
    assert page.locator("html").get_attribute("lang") == dressed.language
    wrong += faults(page, console)
    page.goto(link)
    assert page.locator("main form").count() == 0
    assert wrong + faults(page, console) == []


def session_from_elsewhere(consultant: Consultant) -> None:
    Session.objects.create(
        session_key="elsewhere",
        user=consultant.user,
        browser="Mozilla/5.0 (Windows NT 10.0) Gecko Firefox/145.0",
        used_at=NOW,
        expire_date=timezone.now() + timedelta(days=1),
    )


@in_every_look
def test_the_second_step_is_accessible_and_fits(
    page: Page,
    live_server: LiveServer,
    marta: Consultant,
    at_home: Any,
    console: list[str],
    her_look: Look,
) -> None:
    at_home("/profile/security/")
    wrong = faults(page, console)
    press(page, "main form button")
    wrong += faults(page, console)
    say(page, code="no es")
    wrong += [said for said in faults(page, console) if not refused(said)]
    TOTPDevice.objects.update(throttling_failure_timestamp=None)
    say(page, code=code_of(marta, steps=-1))
    wrong += faults(page, console)
    code = page.locator(".codes code").first.inner_text()
    session_from_elsewhere(marta)
    for path in ("", "recovery-codes/", "off/"):
        at_home(f"/profile/security/{path}")
        wrong += faults(page, console)
    page.context.clear_cookies()
    page.goto(live_server.url + "/login/?next=/clients/")
    say(page, username="marta@example.com", password=PASSWORD)
    wrong += faults(page, console)
    say(page, code=code)
    assert page.url == live_server.url + "/clients/"
    assert wrong == []
