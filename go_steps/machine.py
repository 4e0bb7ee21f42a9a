"""What the machine itself must have: Debian's packages, found by what they bring."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from go_steps.console import Refusal, call, say

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
POSTGRES_PROGRAMS = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Need:
    """A Debian package and how to tell that what it brings is there."""

    package: str
    is_met: Callable[[], bool]


def library(soname: str) -> Callable[[], bool]:
    """Return a probe: can the loader find this shared library?"""

    def is_met() -> bool:
        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    return is_met


def program(*names: str) -> Callable[[], bool]:
    """Return a probe: is any of these programs on the path?"""
    return lambda: any(shutil.which(name) for name in names)


def postgres_bin() -> Path | None:
    """Return the folder of the newest PostgreSQL's programs, None without one."""
    found = sorted(
        POSTGRES_PROGRAMS.glob("*/bin/initdb"),
        key=lambda path: int(path.parts[-3]),
    )
    return found[-1].parent if found else None


RUN_NEEDS = (
    Need("python3-venv", lambda: importlib.util.find_spec("ensurepip") is not None),
    Need("libpango-1.0-0", library("libpango-1.0.so.0")),
    Need("libpangoft2-1.0-0", library("libpangoft2-1.0.so.0")),
    Need("libharfbuzz-subset0", library("libharfbuzz-subset.so.0")),
    Need("fontconfig", program("fc-list")),
)
CHECK_NEEDS = (*RUN_NEEDS, Need("gettext", program("xgettext")))
TEST_NEEDS = (
    *CHECK_NEEDS,
    Need("chromium", program(*BROWSERS)),
    Need("libatomic1", library("libatomic.so.1")),
    Need("postgresql", lambda: postgres_bin() is not None),
    Need("poppler-utils", program("pdfsig")),
    Need("default-jre-headless", program("java")),
    Need("openssl", program("openssl")),
    Need("gcc", program("cc")),
    Need("libc6-dev", lambda: Path("/usr/include/stdio.h").exists()),
)


def ensure(needs: Iterable[Need]) -> None:
    """Install what is missing, or refuse with the exact command to type."""
    missing = [need.package for need in needs if not need.is_met()]
    if not missing:
        return
    become_root = _way_to_root()
    if become_root is None:
        raise Refusal(_advice(missing))
    say(f"Installing Debian packages: {' '.join(missing)}")
    for step in _apt_steps(missing):
        call([*become_root, "env", "DEBIAN_FRONTEND=noninteractive", *step])


def _way_to_root() -> list[str] | None:
    """Return what to put before a command to run it as root, None if nothing does."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def _apt_steps(packages: list[str]) -> list[list[str]]:
    return [
        ["apt-get", "update"],
        ["apt-get", "install", "--yes", "--no-install-recommends", *packages],
    ]


def _advice(packages: list[str]) -> str:
    root = "sudo " if shutil.which("sudo") else ""
    line = " && ".join(root + " ".join(step) for step in _apt_steps(packages))
    who = "an administrator" if root else "root"
    return f"system packages are missing. Run this as {who}, then ./go again:\n  {line}"
