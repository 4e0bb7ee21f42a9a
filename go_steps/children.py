"""Programs that live beside us: started, and surely ended."""

import ctypes
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from go_steps.console import ROOT

GRACE = 15  # seconds between asking a program to end and making it
SEND_WHEN_PARENT_DIES = 1  # PR_SET_PDEATHSIG of prctl(2)
Child: TypeAlias = subprocess.Popen[bytes]


def start(
    argv: Sequence[str],
    *,
    env: Mapping[str, str] | None = None,
    user: str | None = None,
    folder: Path = ROOT,
    output: BinaryIO | None = None,
) -> Child:
    """Start a program that hears no Ctrl-C but ours and dies when we are killed."""
    libc = ctypes.CDLL(None)
    return subprocess.Popen(
        argv,
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output else None,
        start_new_session=True,
        # No thread of ours runs here, so nothing can hold a lock in the child.
        preexec_fn=lambda: libc.prctl(  # noqa: PLW1509
            SEND_WHEN_PARENT_DIES, signal.SIGTERM
        ),
        **as_user(user),
    )


def as_user(user: str | None) -> dict[str, Any]:
    """Return what makes `subprocess` give up root for this user; None keeps ours."""
    return {"user": user, "group": user, "extra_groups": []} if user else {}


def end(child: Child, *, ask: signal.Signals = signal.SIGTERM) -> None:
    """Ask the program to end, and make it when it does not."""
    if child.poll() is None:
        child.send_signal(ask)
    try:
        child.wait(timeout=GRACE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
