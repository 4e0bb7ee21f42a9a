import http.server
import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pikepdf
import pytest

from consultancy.paper import limits
from consultancy.paper.capped import ROOT
from consultancy.paper.errors import RenderError
from consultancy.paper.job import AttachedFile
from consultancy.paper.render import Renderer

from .pages import RECORD, make_job

ENDLESS = "<p>" + "<span>a b </span>" * 60_000 + "</p>"

# Answers one job with the number of its process, and leaves.
ONE_JOB = (
    "from consultancy.paper import frames as f; f.read_frame(sys.stdin.buffer);"
    "f.write_frame(sys.stdout.buffer, f.PDF, str(os.getpid()).encode())"
)


def python(code: str) -> tuple[str, ...]:
    """Return a child that reads the job, if CODE does, and does nothing sensible."""
    return (sys.executable, "-c", f"import os, signal, sys, time; {code}")


@pytest.fixture
def open_door() -> Iterator[tuple[str, list[str]]]:
    """A web server that pages try to reach, and what it was asked for."""
    asked: list[str] = []

    class Door(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def test_the_same_job_gives_the_same_bytes_in_another_process(
    renderer: Renderer, unsigned: bytes
) -> None:
    again = Renderer()
    try:
        assert again.render(make_job()) == unsigned
    finally:
        again.close()
    assert renderer.render(make_job()) == unsigned


def test_proofs_are_attached_beside_the_record(renderer: Renderer) -> None:
    proof = AttachedFile("1-captura n.png", b"\x89PNG")
    content = renderer.render(make_job(attachments=(proof,)))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        attached = {
            name: (spec.get_file().read_bytes(), str(spec.obj.AFRelationship))
            for name, spec in pdf.attachments.items()
        }
    assert attached["1-captura n.png"] == (b"\x89PNG", "/Supplement")
    assert attached["record.json"] == (RECORD, "/Data")


def test_the_record_is_attached_as_it_was_given(unsigned: bytes) -> None:
    with pikepdf.open(io.BytesIO(unsigned)) as pdf:
        (name,) = pdf.attachments
        assert name == "record.json"
        assert pdf.attachments[name].get_file().read_bytes() == RECORD
        assert pdf.attachments[name].obj.AFRelationship == "/Data"


def test_the_name_of_a_stylesheet_leads_nowhere_else(renderer: Renderer) -> None:
    with pytest.raises(RenderError) as caught:
        renderer.render(make_job(stylesheets=("../../consultancy/settings.py",)))
    assert caught.value.reason == RenderError.BROKEN


@pytest.mark.parametrize(
    "reaching_out",
    [
        '<img src="{door}/picture" alt="">',
        '<img src="file:///etc/passwd" alt="">',
        '<img src="data:image/svg+xml,%3Csvg/%3E" alt="">',
        "<style>@import url({door}/sheet.css);</style>",
        '<p style="background: url({door}/ground.png)">x</p>',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<a rel="attachment" href="file:///etc/passwd">x</a>',
        '<object data="{door}/object"></object>',
        '<embed src="{door}/embed">',
        '<img src="http://169.254.169.254/latest" alt="">',
        '<img src="asset:never-handed-in" alt="">',
    ],
)
def test_a_page_reaches_nothing_but_what_was_handed_in(
    reaching_out: str, renderer: Renderer, open_door: tuple[str, list[str]]
) -> None:
    """42: no request leaves, and nothing of the disk comes in."""
    door, asked = open_door
    with pytest.raises(RenderError) as caught:
        renderer.render(make_job(reaching_out.replace("{door}", door)))
    assert caught.value.reason == RenderError.REFUSED
    assert asked == []


@pytest.mark.parametrize(
    "drawing",
    [
        '<svg viewBox="0 0 9 9"><image href="{door}/picture"/></svg>',
        '<svg viewBox="0 0 9 9"><image xlink:href="file:///etc/passwd"/></svg>',
        '<svg viewBox="0 0 9 9"><use href="{door}/picture.svg#a"/></svg>',
        '<svg viewBox="0 0 9 9"><style>@import url({door}/x.css)</style></svg>',
        '<iframe src="{door}/frame"></iframe>',
    ],
)
def test_a_drawing_is_drawn_without_what_it_reaches_for(
    drawing: str, renderer: Renderer, open_door: tuple[str, list[str]]
) -> None:
    """42: where a picture inside a picture ends no rendering, it is left out."""
    door, asked = open_door
    content = renderer.render(make_job(drawing.replace("{door}", door)))
    assert asked == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert set(pdf.attachments) == {"record.json"}


def test_a_job_that_takes_too_long_is_ended_and_the_next_one_is_drawn(
    unsigned: bytes,
) -> None:
    """44: it is killed; the letter is tried again later."""
    renderer = Renderer()
    try:
        renderer.render(make_job())
        with pytest.raises(RenderError) as caught:
            renderer.render(make_job(ENDLESS), wall_seconds=0.5)
        assert caught.value.reason == RenderError.TIMEOUT
        assert renderer.render(make_job()) == unsigned
    finally:
        renderer.close()


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        (f"os.kill(os.getpid(), {signal.SIGXCPU.value})", RenderError.CPU),
        (f"os.kill(os.getpid(), {signal.SIGALRM.value})", RenderError.TIMEOUT),
        (f"os._exit({limits.OUT_OF_MEMORY})", RenderError.MEMORY),
        ("sys.exit(1)", RenderError.BROKEN),
        (f"os.kill(os.getpid(), {signal.SIGSEGV.value})", RenderError.DIED),
        ("sys.exit(0)", RenderError.DIED),
    ],
)
def test_the_end_of_the_child_says_why_there_is_no_pdf(end: str, reason: str) -> None:
    renderer = Renderer(python(f"sys.stdin.buffer.read(9); {end}"))
    with pytest.raises(RenderError) as caught:
        renderer.render(make_job())
    assert caught.value.reason == reason


def test_a_child_that_left_between_two_jobs_is_replaced() -> None:
    renderer = Renderer(python(ONE_JOB))
    first = renderer.render(make_job())
    time.sleep(0.2)
    assert renderer.render(make_job()) != first
    renderer.close()


def test_the_child_dies_with_its_parent() -> None:
    parent = (
        "import os; from consultancy.paper.render import Renderer; r = Renderer();"
        "r.start(); print(r.process._child.pid, flush=True); os._exit(9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", parent], cwd=ROOT, capture_output=True, check=False
    )
    child = int(done.stdout)
    deadline = time.monotonic() + 20
    while _is_running(child) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _is_running(child)


def test_a_key_pressed_at_the_terminal_is_not_for_the_child(
    renderer: Renderer,
) -> None:
    renderer.start()
    assert renderer.process._child is not None
    assert os.getsid(renderer.process._child.pid) != os.getsid(0)


def test_threads_take_turns_at_the_one_child(
    renderer: Renderer, unsigned: bytes
) -> None:
    drawn: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: drawn.append(renderer.render(make_job())))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert drawn == [unsigned] * 3


def test_after_a_fork_the_child_is_the_other_process_s(renderer: Renderer) -> None:
    forked = Renderer()
    forked.process._child = renderer.process._child
    forked.process.forget()
    assert forked.process._child is None


def test_the_child_is_told_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNING_SECRET", "very secret")
    renderer = Renderer(python("sys.exit(3 if 'SIGNING_SECRET' in os.environ else 1)"))
    with pytest.raises(RenderError) as caught:
        renderer.render(make_job())
    assert caught.value.reason == RenderError.BROKEN


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_who_can_do_without_does_not_wait_behind_a_letter(renderer: Renderer) -> None:
    began = time.monotonic()
    with renderer.process._lock, pytest.raises(RenderError) as refused:
        renderer.render(make_job(), queue_seconds=0.05)
    assert refused.value.reason == RenderError.BUSY
    assert time.monotonic() - began < 5
    assert renderer.render(make_job(), queue_seconds=0.05)
