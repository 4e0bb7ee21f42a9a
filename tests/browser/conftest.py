"""A real browser on the real pages, with its console overheard."""

import os
import shutil
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client as Browser
from playwright.sync_api import ConsoleMessage, Page
from pytest_django.live_server_helper import LiveServer

from consultancy.models import Consultant
from consultancy.paper.errors import RenderError

from .looks import Look

# Playwright runs an event loop in the thread in which Django's tests query.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
)


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
) -> dict[str, Any]:
    if not CHROMIUM and not os.environ.get("CI"):
        pytest.skip("no Chromium on this computer")
    return browser_type_launch_args | {
        "executable_path": CHROMIUM,
        "args": QUIET.split(),
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return browser_context_args | {
        "timezone_id": "Europe/Madrid",
        "permissions": ["clipboard-read", "clipboard-write"],
    }


# What htmx says of a request that leaving the page cut short; one that the server
# answered badly is said in other words.
CUT_SHORT = ("htmx:afterRequest", "htmx:sendAbort", "htmx:sendError")


@pytest.fixture
def console(page: Page) -> list[str]:
    """Return what the browser complained of; filled while the test runs."""
    heard: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if not message.text.startswith(CUT_SHORT):
            heard.append(f"{message.type}: {message.text}")

    page.on("console", hear)
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    return heard


@pytest.fixture
def enter(page: Page, live_server: LiveServer) -> Callable[[Consultant], None]:
    """Sign the consultant in, in his language, without the sign-in page."""

    def enter(consultant: Consultant) -> None:
        browser = Browser()
        browser.force_login(consultant.user)
        name = settings.SESSION_COOKIE_NAME
        value = browser.cookies[name].value
        page.context.add_cookies(
            [{"name": name, "value": value, "url": live_server.url}]
        )

    return enter


@pytest.fixture
def at_home(
    page: Page, live_server: LiveServer, marta: Consultant, enter: Any
) -> Callable[[str], None]:
    """Open one of Marta's pages by its path, signed in as her."""
    enter(marta)

    def at_home(path: str) -> None:
        page.goto(live_server.url + path)

    return at_home


@pytest.fixture
def dressed(page: Page, look: Look) -> Look:
    """Give the browser the width, theme and language of this look; return the look."""
    page.set_viewport_size({"width": look.width, "height": 844})
    page.emulate_media(color_scheme=look.theme)
    page.set_extra_http_headers({"Accept-Language": look.language})
    return look


@pytest.fixture
def her_look(dressed: Look, marta: Consultant) -> Look:
    """Give Marta the language of this look too; return the look."""
    marta.user.language = dressed.language
    marta.user.save()
    return dressed


@pytest.fixture
def no_renderer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave letters pending: pyHanko cannot sign where the browser's loop runs."""

    def busy(*_args: Any, **_more: Any) -> None:
        raise RenderError(RenderError.BUSY)

    monkeypatch.setattr("consultancy.actions.issue_document.render", busy)
