"""The two secrets of an installation, made once and kept in its data folder."""

import os
import secrets
from pathlib import Path

from go_steps.console import Refusal, say

DATABASE = "db.sqlite3"


def ensure_secrets(data_dir: Path) -> None:
    """Write the secrets that neither the environment nor the folder has yet."""
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    if _is_needed(data_dir, "SIGNING_SECRET"):
        _refuse_if_lost(data_dir)
        _write(data_dir / "signing_secret")
    if _is_needed(data_dir, "SECRET_KEY"):
        _write(data_dir / "secret_key")


def _is_needed(data_dir: Path, name: str) -> bool:
    given = os.environ.get(name) or os.environ.get(f"{name}_FILE")
    return not given and not (data_dir / name.lower()).is_file()


def _refuse_if_lost(data_dir: Path) -> None:
    """Refuse when there is a database but no secret: a new one opens no old key."""
    if (data_dir / DATABASE).exists():
        raise Refusal(
            f"{data_dir / DATABASE} is there, but {data_dir / 'signing_secret'} is "
            "not. Bring that file back from your backup: the signing keys in the "
            "database open with no other. If this database never signed anything, "
            "move it away and start again."
        )


def _write(path: Path) -> None:
    say(f"Making a secret: {path}")
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(secrets.token_urlsafe(48) + "\n")
        file.flush()
        os.fsync(descriptor)
