"""A disk that fills up in the middle of a write: of the journal, of the database's own
file, of the write-ahead log, of a letter. The rest of tests/security/test_full_disk.py.

No file of the worker may grow beyond a few bytes, whatever is in it already: so a write
fails wherever it stands. The error is another than a full disk's (EFBIG), its moment
the same.
"""

import shutil

import pytest
from django.db import connection

from tests.durability.practice import practice

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL writes in its own process"
)
ROOM = (0, 600, 20_000, 60_000, 200_000)  # bytes


@pytest.mark.parametrize("promise", ["DELETE EXTRA", "WAL FULL"])
def test_what_cannot_be_written_is_refused_and_nothing_is_there_by_half(
    tmp_path, prepared, promise
):
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    with practice(tmp_path, PROMISE=promise) as kept:
        refused = []
        for seed, most in enumerate(ROOM, start=1):
            refused += kept.work_without_room(seed, most)
            assert kept.faults() == [], f"no room beyond {most} bytes"
        assert refused
        assert kept.work(seed=0)
        assert kept.faults() == []
