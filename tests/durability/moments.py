"""The moments at which a process may be killed: around each statement and each flush.

Counted from zero; the process kills itself, at once and without a last word, when its
count is reached. So every moment can be hit, the shortest ones as well.
"""

import os
import signal
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper


def kill_myself():
    os.kill(os.getpid(), signal.SIGKILL)


class Moments:
    """Counts what passes; acts at LAST, never when that is None."""

    def __init__(self, last, act=kill_myself):
        self.passed, self._last, self._act = 0, last, act

    def one(self):
        if self.passed == self._last:
            self._act()
        self.passed += 1

    def around(self, act):
        """Return ACT with a moment before and one after it."""

        def watched(*args, **kwargs):
            self.one()
            result = act(*args, **kwargs)
            self.one()
            return result

        return watched

    def statement(self, execute, *args):
        return self.around(execute)(*args)

    @contextmanager
    def watched(self):
        """Count statements, commits, flushes and renamings inside the block."""
        commit = BaseDatabaseWrapper.commit
        with ExitStack() as stack:
            stack.enter_context(connection.execute_wrapper(self.statement))
            for place, name, act in (
                (BaseDatabaseWrapper, "commit", commit),
                (os, "fsync", os.fsync),
                (os, "open", os.open),
                (os, "rename", os.rename),
            ):
                stack.enter_context(patch.object(place, name, self.around(act)))
            yield
