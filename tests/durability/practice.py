"""The nursery as the tests hold it: started, asked, and surely ended."""

import json
import os
import random
import subprocess
import sys
from contextlib import contextmanager

from go_steps.console import ROOT

START = """
import django
django.setup()
from tests.durability.nursery import main
main()
"""
VARIES = 8  # moments that one piece of work may have more or less than another
SECRETS = {
    "SECRET_KEY": "a key for tests alone, long enough to be accepted 1",
    "SIGNING_SECRET": "a signing secret for tests alone, 32 bytes at least",
}


class Practice:
    """A practice whose worker is killed again and again."""

    def __init__(self, process):
        self._process = process
        self.told = []

    def ask(self, *words):
        """Send one line and return the answer."""
        self.say(*words)
        return self.answer()

    def say(self, *words):
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()

    def answer(self):
        line = self._process.stdout.readline()
        assert line, "the nursery is gone"
        return json.loads(line)

    def work(self, seed, last=None):
        """Let the worker work until the moment LAST; return how many it came by."""
        return self._heard(self.ask("work", seed, last))

    def work_together(self, seeds):
        """Let as many workers as SEEDS work at once, to the end."""
        return self._heard(self.ask("together", list(seeds)))

    def work_without_room(self, seed, most):
        """Let the worker work on a full disk; return what it was refused with."""
        told = self.ask("without_room", seed, most)
        self._heard([line for line in told if line["what"] != "refused"])
        return [line["why"] for line in told if line["what"] == "refused"]

    def _heard(self, told):
        broken = [line["why"] for line in told if line["what"] == "broke"]
        assert not broken, broken[0]
        finished = [line for line in told if line["what"] == "finished"]
        self.told += [line for line in told if line not in finished]
        return finished[0]["moments"] if finished else None

    def faults(self):
        """Return every fault after the next start, and what was lost of the told."""
        return self.ask("check", self.told)


@contextmanager
def practice(folder, **more):
    """Start a nursery that keeps its data in FOLDER."""
    env = {
        **{key: value for key, value in os.environ.items() if key != "DATABASE_URL"},
        **SECRETS,
        "DJANGO_SETTINGS_MODULE": "tests.durability.settings",
        "DATA_DIR": str(folder),
        "LOG_LEVEL": "ERROR",
        **more,
    }
    process = subprocess.Popen(
        [sys.executable, "-c", START],
        cwd=ROOT,
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        kept = Practice(process)
        assert kept.answer() == "ready"
        yield kept
    finally:
        process.stdin.close()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def moments_of(kills, moments, seed):
    """Give KILLS moments below MOMENTS, spread over all of them, by chance."""
    chance = random.Random(seed)
    room = moments / kills
    return [int((place + chance.random()) * room) for place in range(kills)]
