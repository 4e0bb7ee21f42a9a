"""kill -9 at any moment while a request is logged, decided and put in writing.

What was acknowledged is there, the rest is there whole or not at all, and the letter
that was being written is written by `run_due`. $KILLS asks for more kills than these.
"""

import os
import shutil
import uuid
from contextlib import contextmanager

import psycopg
from django.db import connection

from tests.durability.practice import VARIES, moments_of, practice

KILLS = int(os.environ.get("KILLS", "10"))


@contextmanager
def place():
    """Give the settings of a database of our own, of the engine that is tested."""
    if connection.vendor == "sqlite":
        yield {}
        return
    url = os.environ["DATABASE_URL"].rpartition("/")[0]
    name = f"kill_{uuid.uuid4().hex}"
    with psycopg.connect(f"{url}/postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield {"DATABASE_URL": f"{url}/{name}"}
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


WRITERS = 8


def test_writers_at_the_same_moment_never_hear_of_a_lock(tmp_path, prepared):
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    with place() as settings, practice(tmp_path, **settings) as kept:
        kept.work_together(range(WRITERS))
        assert len([line for line in kept.told if line["what"] == "decided"]) == WRITERS
        assert kept.faults() == []


def test_whatever_was_acknowledged_outlives_a_kill(tmp_path, prepared):
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    with place() as settings, practice(tmp_path, **settings) as kept:
        moments = kept.work(seed=0)
        assert kept.faults() == []
        for seed, moment in enumerate(moments_of(KILLS, moments, seed=KILLS), start=1):
            assert kept.work(seed, moment) is None or moment > moments - VARIES
            assert kept.faults() == [], f"killed at {moment} of {moments}"
