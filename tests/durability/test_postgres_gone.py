"""PostgreSQL killed and started again: between requests, and in the middle of one."""

import os
import shutil
import signal
import tempfile
import uuid
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db import connection

from go_steps.machine import postgres_bin
from go_steps.postgres import NAME, make_cluster, running, url_of
from tests.durability.practice import practice
from tests.people import BUYS_FOLLOWERS

pytestmark = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="PostgreSQL is what is killed"
)
SAFE = ("synchronous_commit=on", "fsync=on")
# Early in a request, in the middle of its transaction, and about its commit.
PARTS = (1 / 8, 1 / 2, 7 / 8)
TRIES = 4  # of two seconds each; the pool reaches the server within five
CALM = {302, 422, 503}


@pytest.fixture
def cluster():
    """Give what starts the server anew; its folder is short, as sockets want it."""
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="pe-gone-"))
    if user:
        shutil.chown(folder, user, user)
    make_cluster(postgres_bin(), folder, user)
    yield folder, lambda: running(postgres_bin(), folder, user, settings=SAFE)
    shutil.rmtree(folder, ignore_errors=True)


def kill(server):
    """End the server and every process of its own at once, as a power cut would."""
    stats = (path.read_text() for path in Path("/proc").glob("[0-9]*/stat"))
    below = [
        int(stat.split()[0])
        for stat in stats
        if int(stat.rpartition(")")[2].split()[1]) == server.pid
    ]
    for process in (server.pid, *below):
        os.kill(process, signal.SIGKILL)
    server.wait()


def address(folder):
    """Return the address of the one database that a new server has."""
    return url_of(folder).removesuffix(NAME) + "postgres"


def message():
    return {
        "text": BUYS_FOLLOWERS,
        "channel": "whatsapp",
        "submission": str(uuid.uuid4()),
    }


def test_a_server_that_comes_back_is_used_again_and_nothing_is_kept_by_half(
    cluster, tmp_path
):
    folder, start = cluster
    with ExitStack() as stack:
        with start() as server:
            kept = stack.enter_context(practice(tmp_path, DATABASE_URL=address(folder)))
            status, moments = kept.ask("post", None, "/requests/new/", message())
            kill(server)
        assert status == 302
        for part in PARTS:
            interrupted(kept, start, int(part * moments))
        with start():
            assert is_back(kept)
            assert kept.faults() == []


def is_back(kept):
    """Say whether the pool reaches the server again."""
    return any(kept.ask("get", "/readyz") == 200 for _try in range(TRIES))


def interrupted(kept, start, moment):
    """Kill the server while a form is sent; send the same form again afterwards."""
    form = message()
    with start() as server:
        assert is_back(kept)
        kept.say("post", moment, "/requests/new/", form)
        assert kept.answer() == "now"
        kill(server)
        kept.say("go on")
    assert kept.answer()[0] in CALM
    assert kept.ask("get", "/readyz") == 503
    with start():
        assert is_back(kept)
        assert kept.ask("post", None, "/requests/new/", form)[0] == 302
        assert kept.ask("count", form["submission"]) == 1
