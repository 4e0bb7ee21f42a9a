"""The two programs live and die together, and the port is looked at first."""

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from go_steps import serve
from go_steps.children import Child, start
from go_steps.console import Refusal

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
FAIL = [sys.executable, "-c", "import sys, time; time.sleep(0.2); sys.exit(3)"]


@pytest.fixture
def port() -> int:
    """Return a port of this computer that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
    return number


def web(port: int) -> list[str]:
    return [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)]


def programs(
    monkeypatch: pytest.MonkeyPatch, *, server: list[str], clock: list[str]
) -> list[Child]:
    """Serve with these two programs; return the list that they will be put in."""
    started: list[Child] = []

    def note(argv: list[str], *, env: dict[str, str]) -> Child:
        started.append(start(argv, env=env))
        return started[-1]

    monkeypatch.setattr(serve, "_gunicorn", lambda *_: server)
    monkeypatch.setattr(serve, "manage", lambda *_: clock)
    monkeypatch.setattr(serve, "start", note)
    return started


def test_a_port_in_use_is_refused_with_another_to_try(port: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with pytest.raises(Refusal, match=f"--port {port + 1}"):
            serve.refuse_taken("127.0.0.1", port)


def test_a_free_port_is_not_refused(port: int) -> None:
    serve.refuse_taken("127.0.0.1", port)


def test_the_address_is_told_once_a_page_answers(
    port: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    programs(monkeypatch, server=web(port), clock=FAIL)
    monkeypatch.setattr(serve, "_wait_for_an_end", lambda _: 3)
    serve.serve("127.0.0.1", port, env=dict(os.environ), greeting="as Marta")
    said = capsys.readouterr().out
    assert f"Por Escrito: http://127.0.0.1:{port} (as Marta)" in said


def test_one_that_ends_takes_the_other_along_and_is_named(
    port: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started = programs(monkeypatch, server=SLEEP, clock=FAIL)
    assert serve.serve("127.0.0.1", port, env=dict(os.environ), greeting="") == 3
    assert "run_due ended with exit code 3" in capsys.readouterr().out
    assert [child.returncode for child in started] == [-signal.SIGTERM, 3]


@pytest.fixture
def heard() -> Iterator[None]:
    """Hear Ctrl-C also where the tests were started in the background, deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_ends_both_and_is_no_failure(
    port: int, heard: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = programs(monkeypatch, server=SLEEP, clock=SLEEP)
    soon = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))
    # Not before both run, however busy the computer is.
    monkeypatch.setattr(serve, "_answers", lambda *_: soon.start() or True)
    began = time.monotonic()
    assert serve.serve("127.0.0.1", port, env=dict(os.environ), greeting="") == 0
    assert time.monotonic() - began < 10
    assert [child.returncode for child in started] == [-signal.SIGTERM] * 2
