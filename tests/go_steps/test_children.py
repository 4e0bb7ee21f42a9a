"""A child ends when asked, when it will not hear, and when its parent is killed."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from go_steps import children
from go_steps.console import ROOT

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
DEAFNESS = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("deaf", flush=True)
time.sleep(60)
"""
DEAF = [sys.executable, "-c", DEAFNESS]
PARENT = f"""
import sys, time
from go_steps.children import start
print(start({SLEEP!r}).pid, flush=True)
time.sleep(60)
"""


def is_running(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rsplit(") ", 1)[1][0] != "Z"


def test_a_child_ends_when_it_is_asked() -> None:
    child = children.start(SLEEP)
    children.end(child)
    assert child.returncode == -15


def test_a_child_that_does_not_hear_is_made_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "GRACE", 0.2)
    with (tmp_path / "said").open("wb") as said:
        child = children.start(DEAF, output=said)
    while not (tmp_path / "said").read_bytes():
        time.sleep(0.02)
    children.end(child)
    assert child.returncode == -9


def test_a_child_does_not_outlive_a_parent_that_was_killed() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    with parent.stdout:
        pid = int(parent.stdout.readline())
    assert is_running(pid)
    parent.kill()
    parent.wait()
    until = time.monotonic() + 5
    while is_running(pid) and time.monotonic() < until:
        time.sleep(0.02)
    assert not is_running(pid)
