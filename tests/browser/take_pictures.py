"""The README's pictures, from the example practice: run by `./go screenshots`."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from consultancy.models import Document, User
from requests_log.actions.load_demo import load_demo
from requests_log.models import ClientRequest

FILE = settings.SEEDS_DIR / "demo" / "marta.yaml"
PICTURES = settings.BASE_DIR / "docs" / "screenshots"
MESSAGE = (
    "Hi Marta, could you get us a few thousand followers before the fair?"
    " Nobody will notice."
)


def load_and_close():
    try:
        return load_demo(FILE, now=timezone.now())
    finally:
        connection.close()


@pytest.fixture
def demo(transactional_db):
    """Load the example practice, its user an English speaker.

    In a thread of its own: in this one a browser's loop is running, and pyHanko
    starts another to sign.
    """
    with ThreadPoolExecutor() as aside:
        marta = aside.submit(load_and_close).result()
    User.objects.update(language="en")
    marta.user.refresh_from_db()
    return marta


@pytest.fixture
def at_the_desk(demo, page, live_server, enter):
    """Open a page of it at a width and height."""
    enter(demo)

    def at_the_desk(path, width, height):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(live_server.url + path)
        return page

    return at_the_desk


def test_take_the_pictures(at_the_desk, tmp_path):
    page = at_the_desk("/requests/new/", 390, 844)
    page.select_option("[name=client]", label="Kiln & Clover")
    page.fill("[name=text]", MESSAGE)
    page.locator("#triage mark").first.wait_for()
    page.locator("#triage").scroll_into_view_if_needed()
    page.screenshot(path=PICTURES / "new-request.png", full_page=True)
    request = ClientRequest.objects.get(text__contains="5,000 followers")
    at_the_desk(f"/requests/{request.pk}/", 1280, 1500).screenshot(
        path=PICTURES / "request.png"
    )
    at_the_desk("/", 390, 844).screenshot(path=PICTURES / "today.png")
    letter = Document.objects.get(language="en", kind="written_recommendation")
    draw(letter.files.get().file.path, tmp_path)


def draw(letter: str, folder: Path) -> None:
    """Draw the first page of the letter."""
    picture = PICTURES / "letter"
    subprocess.run(
        ["pdftoppm", "-png", "-r", "80", "-singlefile", letter, str(picture)],
        check=True,
        cwd=folder,
    )
