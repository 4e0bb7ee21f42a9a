"""The virtual environment in .venv and the pinned packages inside it."""

import os
import subprocess
import sys
from pathlib import Path

from go_steps.console import ROOT, call, say
from go_steps.fingerprint import Stamp, fingerprint

FOLDER = ROOT / ".venv"
PYTHON = FOLDER / "bin" / "python"
STAMPS = FOLDER / "stamps"
RUN_REQUIREMENTS = ROOT / "requirements.txt"
TEST_REQUIREMENTS = ROOT / "requirements-test.txt"
# What an installation may set, and a test must not see.
OWN = {
    *("ALLOWED_HOSTS", "BEHIND_PROXY", "DATABASE_URL", "DATA_DIR", "DEBUG", "DEMO"),
    *("DEFAULT_TIME_ZONE", "EMAIL_FROM", "EMAIL_URL", "LOG_LEVEL", "PUBLIC_URL"),
    "KEPT_FILES_LIMIT_MB",
    *("TSA_URL", "TSA_USER", "TSA_PASSWORD", "TSA_PASSWORD_FILE"),
    *("TSA_POLICY", "TSA_CERTIFICATES", "REVOCATION_HOSTS"),
    *("SECRET_KEY", "SECRET_KEY_FILE", "SECRET_KEY_FALLBACKS"),
    *("SIGNING_SECRET", "SIGNING_SECRET_FILE"),
}


def ensure_packages(requirements: Path) -> None:
    """Make .venv when there is none and install the file's packages into it.

    Nothing is removed, so what the tests need stays when only `run` is asked for.
    """
    ensure_venv()
    stamp = Stamp(STAMPS / requirements.name)
    wanted = fingerprint([requirements])
    if stamp.says(wanted):
        return
    say(f"Installing the packages of {requirements.name}")
    call([*pip(), "install", "--require-hashes", "--requirement", str(requirements)])
    stamp.write(wanted)


def ensure_venv() -> None:
    """Make .venv, or make it again when its Python no longer works."""
    if _works():
        return
    say("Making the virtual environment in .venv")
    call([sys.executable, "-m", "venv", "--clear", str(FOLDER)])


def pip() -> list[str]:
    """Return how to call pip there, quiet and asking nothing."""
    options = ["--quiet", "--no-input", "--disable-pip-version-check"]
    return [str(PYTHON), "-m", "pip", *options]


def manage(*words: str) -> list[str]:
    """Return how to call a management command there."""
    return [str(PYTHON), "manage.py", *words]


def variables(**more: str) -> dict[str, str]:
    """Return this process's environment with more in it, for a program in .venv."""
    return {**os.environ, **more}


def bare_variables(**more: str) -> dict[str, str]:
    """Return the same without this installation's own settings, for tests."""
    hidden = {*OWN, "DJANGO_SETTINGS_MODULE"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return kept | more


def _works() -> bool:
    if not PYTHON.exists():
        return False
    asked = subprocess.run([PYTHON, "-c", "import pip"], capture_output=True)
    return asked.returncode == 0
