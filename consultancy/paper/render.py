"""Asks the child process for a PDF."""

import os

from . import frames
from .capped import CappedProcess, module
from .errors import ChildError, RenderError
from .job import RenderJob, job_to_bytes

CHILD = module("child")
# The CPU limit of limits.py comes first, but on a machine that is busy otherwise.
WALL_SECONDS = 30.0
QUEUE_SECONDS = 60.0


class Renderer:
    """One warm child that draws one page after another."""

    def __init__(self, command: tuple[str, ...] = CHILD) -> None:
        self.process = CappedProcess(command)

    def render(
        self,
        job: RenderJob,
        *,
        wall_seconds: float = WALL_SECONDS,
        queue_seconds: float = QUEUE_SECONDS,
    ) -> bytes:
        """Return the PDF of JOB. Raises RenderError; the next job is not affected."""
        try:
            kind, content = self.process.ask(
                job_to_bytes(job),
                wall_seconds=wall_seconds,
                queue_seconds=queue_seconds,
            )
        except ChildError as error:
            raise RenderError(error.reason, error.detail) from error
        if kind == frames.REFUSED:
            raise RenderError(RenderError.REFUSED, content.decode())
        return content

    def start(self) -> None:
        """Start the child now, so that the first letter need not wait for it."""
        self.process.start()

    def close(self) -> None:
        """End the child, if there is one."""
        self.process.close()


_renderer = Renderer()
os.register_at_fork(after_in_child=_renderer.process.forget)


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
