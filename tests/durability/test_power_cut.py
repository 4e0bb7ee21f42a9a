"""The power goes while a request is logged, decided and put in writing.

$CUTS asks for more cuts than these.
"""

import os
import random
import shutil

import pytest
from django.db import connection

from tests.durability.disk import Disk
from tests.durability.practice import VARIES, moments_of, practice

CUTS = int(os.environ.get("CUTS", "6"))
pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL flushes by itself"
)


@pytest.fixture
def disk(tmp_path, prepared, monkeypatch):
    monkeypatch.setenv("CUT_ROOT", "")  # and back to what it was afterwards
    monkeypatch.setenv("CUT_STORE", "")
    disk = Disk(tmp_path)
    shutil.copytree(prepared, disk.root, dirs_exist_ok=True)
    return disk


def cut_again_and_again(disk, kept):
    """Yield what is wrong after each cut."""
    disk.settle()
    moments = kept.work(seed=0)
    disk.cut()
    yield kept.faults()
    for seed, moment in enumerate(moments_of(CUTS, moments, seed=CUTS), start=1):
        assert kept.work(seed, moment) is None or moment > moments - VARIES
        disk.cut(random.Random(seed) if seed % 2 else None)
        yield kept.faults()


def test_whatever_was_acknowledged_outlives_a_power_cut(disk):
    with practice(disk.root, **disk.env) as kept:
        for faults in cut_again_and_again(disk, kept):
            assert faults == []


def test_so_it_does_where_sqlite_has_a_write_ahead_log(disk):
    with practice(disk.root, **disk.env, PROMISE="WAL FULL") as kept:
        for faults in cut_again_and_again(disk, kept):
            assert faults == []


@pytest.mark.parametrize("promise", ["WAL NORMAL", "DELETE FULL"])
def test_a_weaker_promise_is_seen_to_be_broken(disk, promise):
    with practice(disk.root, **disk.env, PROMISE=promise) as kept:
        disk.settle()
        kept.work(seed=0)
        disk.cut()
        assert kept.faults() != []
