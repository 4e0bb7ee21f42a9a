"""The main job, as a newcomer does it: a message, a verdict, advice, a signed letter.

Played in a real browser in both languages; the letter that comes out is given to
three tools that know nothing of us: pdfsig, pyHanko's validator and veraPDF.
"""

import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from consultancy.ledger.verify import verify_chain
from consultancy.models import Authority, SigningKey
from consultancy.paper.verify import verify_signatures
from consultancy.selectors.verification import Answer, verify_file
from tests.browser.looks import press
from tests.people import make_consultant
from tests.verapdf.conformance import broken_rules, needs_verapdf

STRATEGY = """
- id: bodega
  name: {client}
  languages: [es, en]
  goals: [bookings, sales]
  channels: {{instagram: 3, email: 1}}
  channels_excluded: [tiktok]
  lead_time_days: 3
"""
HOSTILE = " <b>x</b> <script>alert(1)</script> 🚀 你好 " + "a" * 300


pytestmark = needs_verapdf


@dataclass(frozen=True)
class Words:
    """What the screens say in one language, and what one client asks in it."""

    language: str
    write_down: str
    bad: str
    off: str
    letter: str


SPANISH = Words(
    language="es",
    write_down="Lo entiendo, pero la feria es en dos semanas y lo quiero ya.",
    bad="oye, cómpranos unos 3000 seguidores pa la feria, q no se note mucho",
    off="Queremos abrir un TikTok esta semana y subir un vídeo cada día.",
    letter="Recomendación por escrito",
)
ENGLISH = Words(
    language="en",
    write_down="I hear you, but the fair is in two weeks and I want it now.",
    bad="could you get us a few thousand followers before the fair? nobody will notice",
    off="We want to open a TikTok this week and post a video every day.",
    letter="Written recommendation",
)


@pytest.fixture(params=[SPANISH, ENGLISH], ids=lambda words: words.language)
def words(request):
    return request.param


@pytest.fixture
def marta(transactional_db, words):
    return make_consultant("Marta Roldán", language=words.language)


def submit(page: Page) -> None:
    """Press the one primary button of the page's form."""
    press(page, "main form .btn-primary >> nth=-1")


def go_next(page: Page) -> None:
    """Press the next step: the only primary button of a request's page."""
    press(page, "main a.btn-primary >> nth=-1")


def add_client(page: Page, home: str, language: str) -> None:
    page.goto(home + "/clients/new/")
    page.fill("[name=name]", "Bodega Río & Hijas")
    page.fill("[name=contact_name]", "Bruno Peña")
    page.fill("[name=contact_role]", "gerente")
    page.select_option("select[name=language]", language)
    submit(page)
    page.goto(re.sub(r"strategy/$", "strategy/import/", page.url))
    page.fill("[name=text]", STRATEGY.format(client="Bodega Río & Hijas"))
    page.fill("[name=agreed_on]", "2026-03-03")
    page.select_option("[name=agreed_how]", "meeting")
    page.fill("[name=agreed_by]", "Bruno Peña")
    submit(page)  # see what it would change
    submit(page)


def log(page: Page, home: str, text: str) -> None:
    page.goto(home + "/requests/new/")
    page.fill("[name=text]", text)
    page.select_option("[name=client]", index=1)
    expect(page.locator("#triage mark").first).to_be_visible()
    submit(page)
    expect(page.locator("main mark").first).to_be_visible()


def decide_against(page: Page, words: Words, more: str = "") -> None:
    go_next(page)
    submit(page)  # the engine's verdict stands
    go_next(page)
    submit(page)  # the advice as drafted
    go_next(page)
    submit(page)  # sent by WhatsApp, just now
    go_next(page)
    page.check("[name=outcome][value=overrides]")
    page.fill("[name=words]", words.write_down + more)
    submit(page)


def letter_of(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.locator("main a[href*='/file/?download']").first.click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def accept(file: Path) -> None:
    """Let every outside tool say that the letter is sound."""
    content = file.read_bytes()
    pinned = set(SigningKey.objects.values_list("fingerprint", flat=True))
    roots = list(Authority.objects.values_list("certificate", flat=True))
    # pyHanko starts an event loop, and in this thread the browser's is running.
    with ThreadPoolExecutor() as aside:
        look = partial(verify_signatures, content, pinned=pinned, roots=roots)
        assert aside.submit(look).result().is_unchanged
    assert verify_file(content).answer == Answer.UNCHANGED
    assert broken_rules([file]) == {file.name: set()}
    if shutil.which("pdfsig"):
        seen = subprocess.run(
            ["pdfsig", "-nocert", file], capture_output=True, text=True, check=True
        ).stdout
        assert "Signature is Valid" in seen
        assert "Total document signed" in seen


def printed(file: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.split())


@pytest.mark.parametrize(("kind", "width"), [("bad", 390), ("off", 1280)])
def test_from_a_message_to_a_signed_letter(
    page, words, marta, enter, live_server, console, tmp_path, kind, width
):
    page.set_viewport_size({"width": width, "height": 844})
    enter(marta)
    add_client(page, live_server.url, words.language)
    log(page, live_server.url, getattr(words, kind))
    decide_against(page, words)
    file = letter_of(page, tmp_path)
    accept(file)
    text = printed(file)
    assert words.letter in text
    assert words.write_down[:30] in text
    report = verify_chain(marta)
    assert report.fault is None
    assert report.anchors
    assert console == []


def test_a_letter_bears_whatever_was_typed(
    page, marta, enter, live_server, tmp_path, words
):
    enter(marta)
    add_client(page, live_server.url, words.language)
    log(page, live_server.url, words.bad + HOSTILE)
    decide_against(page, words, HOSTILE)
    file = letter_of(page, tmp_path)
    accept(file)
    assert "<script>alert(1)</script>" in printed(file)


def test_the_journey_needs_no_javascript(
    browser, browser_context_args, marta, live_server, tmp_path, words
):
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + "/login/")
    page.fill("[name=username]", "marta@example.com")
    page.fill("[name=password]", "una contraseña larga")
    press(page)
    add_client(page, live_server.url, words.language)
    page.goto(live_server.url + "/requests/new/")
    page.fill("[name=text]", words.bad)
    page.select_option("[name=client]", index=1)
    submit(page)
    decide_against(page, words)
    accept(letter_of(page, tmp_path))
    context.close()
