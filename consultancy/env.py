"""Settings read from the environment, typed, with a secret's value or its file."""

from pathlib import Path

from environs import Env

env = Env()
BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR: Path = env.path("DATA_DIR", BASE_DIR / "data")


def secret(name: str) -> str | None:
    """Return NAME, else what the file NAME_FILE or data/name holds, else None.

    An empty value counts as none, so that a blank line in an env file cannot
    become a key.
    """
    value: str = env.str(name, "")
    file: Path = env.path(f"{name}_FILE", DATA_DIR / name.lower())
    if not value and file.is_file():
        value = file.read_text("utf-8").strip()
    return value or None
