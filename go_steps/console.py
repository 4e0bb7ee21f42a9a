"""Saying what happens, running programs, and ending cleanly."""

import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent


class Refusal(Exception):
    """What cannot be done here, in words a person can act on."""

    def __init__(self, message: str, *, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


def say(step: str) -> None:
    """Tell the person at the terminal what happens now."""
    print(f"· {step}", flush=True)


def call(
    argv: Sequence[str],
    *,
    env: Mapping[str, str] | None = None,
    folder: Path = ROOT,
) -> None:
    """Run a program quietly, in the project's root.

    Raises `Refusal` with the command and all it said when it fails.
    """
    done = subprocess.run(
        argv,
        cwd=folder,
        env=env,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        said = done.stdout.strip()
        raise Refusal(f"this failed: {' '.join(argv)}\n{said}")


def end_on_signals() -> None:
    """Let SIGTERM and a closed terminal end the work as Ctrl-C does."""

    def end(_number: int, _frame: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGHUP, end)
