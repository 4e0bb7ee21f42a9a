"""Asks the child process for a PDF, and ends it when it takes too long."""

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
from .errors import RenderError
from .job import RenderJob, job_to_bytes

ROOT = Path(__file__).resolve().parents[2]
CHILD = (sys.executable, "-m", "consultancy.paper.child")
FONTS = Path(__file__).with_name("fonts.conf")
PASSED_ON = ("PATH", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")
# The CPU limit of limits.py comes first, but on a machine that is busy otherwise.
WALL_SECONDS = 30.0
START_SECONDS = 15.0
QUEUE_SECONDS = 60.0
PARTING_SECONDS = 1.0

LEFT_IN_PEACE = 0
REASONS = {
    1: RenderError.BROKEN,
    limits.OUT_OF_MEMORY: RenderError.MEMORY,
    -signal.SIGXCPU: RenderError.CPU,
    -signal.SIGALRM: RenderError.TIMEOUT,
}

Child = subprocess.Popen[bytes]


class _ChildLeft(Exception):
    """The child had ended by itself between two jobs; another may take this one."""


class Renderer:
    """One child process, started at the first job and again when it has ended."""

    def __init__(self, command: tuple[str, ...] = CHILD) -> None:
        self._command = command
        self._lock = threading.Lock()
        self._child: Child | None = None

    def render(
        self,
        job: RenderJob,
        *,
        wall_seconds: float = WALL_SECONDS,
        queue_seconds: float = QUEUE_SECONDS,
    ) -> bytes:
        """Return the PDF of JOB. Raises RenderError; the next job is not affected."""
        payload = job_to_bytes(job)
        if not self._lock.acquire(timeout=queue_seconds):
            raise RenderError(RenderError.BUSY)
        try:
            kind, content = self._answer(payload, wall_seconds)
        finally:
            self._lock.release()
        if kind == frames.REFUSED:
            raise RenderError(RenderError.REFUSED, content.decode())
        return content

    def start(self) -> None:
        """Start the child now, so that the first letter need not wait for it."""
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
            raise RenderError(RenderError.DIED) from error

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
        return RenderError(RenderError.TIMEOUT)
    if exit_code == LEFT_IN_PEACE:
        return _ChildLeft()
    return RenderError(REASONS.get(exit_code or 1, RenderError.DIED), str(exit_code))


_renderer = Renderer()
os.register_at_fork(after_in_child=_renderer.forget)


def render(
    job: RenderJob,
    *,
    wall_seconds: float = WALL_SECONDS,
    queue_seconds: float = QUEUE_SECONDS,
) -> bytes:
    """Return the PDF of JOB by this process's warm child. Raises RenderError.

    Whoever can do without waits less for his turn than a letter does.
    """
    return _renderer.render(job, wall_seconds=wall_seconds, queue_seconds=queue_seconds)


def warm_up() -> None:
    """Start the child ahead of the first letter, so that nobody waits for it."""
    _renderer.start()
