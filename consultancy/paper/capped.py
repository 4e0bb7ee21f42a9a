"""A process of its own for what strangers' bytes may do harm to: asked over a pipe,
ended when it takes too long, started again when it has ended."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, cast

from . import frames, limits
from .errors import ChildError

ROOT = Path(__file__).resolve().parents[2]
FONTS = Path(__file__).with_name("fonts.conf")
PASSED_ON = ("PATH", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")
START_SECONDS = 15.0
PARTING_SECONDS = 1.0

LEFT_IN_PEACE = 0
REASONS = {
    1: ChildError.BROKEN,
    limits.OUT_OF_MEMORY: ChildError.MEMORY,
    -signal.SIGXCPU: ChildError.CPU,
    -signal.SIGALRM: ChildError.TIMEOUT,
}

Child = subprocess.Popen[bytes]


class _ChildLeft(Exception):
    """The child had ended by itself between two jobs; another may take this one."""


class CappedProcess:
    """One child process, started at the first job and again when it has ended."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._lock = threading.Lock()
        self._child: Child | None = None

    def ask(
        self, payload: bytes, *, wall_seconds: float, queue_seconds: float
    ) -> tuple[bytes, bytes]:
        """Return the answer as (kind, content). Raises ChildError; the next job is
        not affected."""
        if not self._lock.acquire(timeout=queue_seconds):
            raise ChildError(ChildError.BUSY)
        try:
            return self._answer(payload, wall_seconds)
        finally:
            self._lock.release()

    def start(self) -> None:
        """Start the child now, so that the first job need not wait for it."""
        with self._lock:
            if self._child is None:
                self._child = _start(self._command)

    def close(self) -> None:
        """End the child, if there is one."""
        with self._lock:
            self._end()

    def forget(self) -> None:
        """After a fork: lock and child belong to the other process."""
        self._lock, self._child = threading.Lock(), None

    def _answer(self, payload: bytes, wall_seconds: float) -> tuple[bytes, bytes]:
        if self._child is not None:
            with contextlib.suppress(_ChildLeft):
                return self._ask(payload, wall_seconds)
        self._child = _start(self._command)
        try:
            return self._ask(payload, wall_seconds + START_SECONDS)
        except _ChildLeft as error:
            raise ChildError(ChildError.DIED) from error

    def _ask(self, payload: bytes, seconds: float) -> tuple[bytes, bytes]:
        child = cast(Child, self._child)
        deadline = time.monotonic() + seconds
        clock = threading.Timer(seconds, child.kill)
        clock.start()
        try:
            frames.write_frame(cast(IO[bytes], child.stdin), frames.JOB, payload)
            return frames.read_frame(cast(IO[bytes], child.stdout))
        except (EOFError, OSError) as error:
            late = time.monotonic() >= deadline
            raise _why(self._end(), late=late) from error
        finally:
            clock.cancel()

    def _end(self) -> int | None:
        child, self._child = self._child, None
        return _part_with(child) if child else None


def module(name: str) -> tuple[str, ...]:
    """Return the command that runs a module of the paper's as a child."""
    return (sys.executable, "-m", f"consultancy.paper.{name}")


def _start(command: tuple[str, ...]) -> Child:
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    environment |= {"LC_ALL": "C.UTF-8", "FONTCONFIG_FILE": str(FONTS)}
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # Ctrl-C is for the server; the child ends when the pipe does.
        start_new_session=True,
    )


def _part_with(child: Child) -> int:
    """End CHILD and return its exit code; its own, where it was just leaving."""
    for pipe in (child.stdin, child.stdout):
        # What was still in the buffer has nobody left to read it.
        with contextlib.suppress(OSError):
            if pipe is not None:
                pipe.close()
    try:
        return child.wait(PARTING_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        return child.wait()


def _why(exit_code: int | None, *, late: bool) -> Exception:
    if late:
        return ChildError(ChildError.TIMEOUT)
    if exit_code == LEFT_IN_PEACE:
        return _ChildLeft()
    return ChildError(REASONS.get(exit_code or 1, ChildError.DIED), str(exit_code))
