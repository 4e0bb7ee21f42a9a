"""A PostgreSQL of our own for the tests: no port, no password, gone afterwards."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from go_steps.children import Child, as_user, end, start
from go_steps.console import Refusal
from go_steps.machine import postgres_bin

PATIENCE = 30  # seconds until the server must answer
NAME = "por_escrito"
# The data is thrown away, so it need not survive a power cut.
HASTE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@contextmanager
def private_server() -> Iterator[str]:
    """Serve an empty database while the block runs; give its DATABASE_URL.

    It listens on a socket inside a folder that only its user can enter.
    """
    programs = postgres_bin()
    if programs is None:
        raise Refusal("PostgreSQL's programs are not installed")
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="pe-pg-"))
    try:
        if user:
            shutil.chown(folder, user, user)
        make_cluster(programs, folder, user)
        with running(programs, folder, user):
            yield url_of(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def url_of(folder: Path) -> str:
    """Return the DATABASE_URL of the server whose socket is in FOLDER."""
    return f"postgres://{NAME}@{quote(str(folder), safe='')}/{NAME}"


def make_cluster(programs: Path, folder: Path, user: str | None) -> None:
    """Make an empty cluster in FOLDER, which USER may enter."""
    made = subprocess.run(
        [
            *(str(programs / "initdb"), "--pgdata", str(folder / "data")),
            *("--username", NAME, "--auth", "trust"),
            *("--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        **as_user(user),
    )
    if made.returncode:
        raise Refusal(f"initdb failed: {made.stderr.strip()}")


@contextmanager
def running(
    programs: Path,
    folder: Path,
    user: str | None,
    *,
    settings: tuple[str, ...] = HASTE,
) -> Iterator[Child]:
    """Serve the cluster in FOLDER while the block runs; give the server."""
    settings = (*settings, "listen_addresses=", f"unix_socket_directories={folder}")
    options = [word for setting in settings for word in ("-c", setting)]
    argv = [str(programs / "postgres"), "-D", str(folder / "data"), *options]
    with (folder / "log").open("wb") as log:
        server = start(argv, user=user, folder=folder, output=log)
    try:
        _wait(programs, folder, server)
        yield server
    finally:
        # SIGINT is PostgreSQL's fast shutdown: it does not wait for its clients.
        end(server, ask=signal.SIGINT)


def _wait(programs: Path, folder: Path, server: Child) -> None:
    ask = [str(programs / "pg_isready"), "--quiet", "--host", str(folder)]
    until = time.monotonic() + PATIENCE
    while subprocess.run(ask).returncode:
        if server.poll() is not None or time.monotonic() > until:
            raise Refusal(f"PostgreSQL did not start: {(folder / 'log').read_text()}")
        time.sleep(0.1)
