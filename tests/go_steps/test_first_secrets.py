"""Secrets are made once, kept private, and never replaced under a database."""

from pathlib import Path

import pytest

from go_steps.console import Refusal
from go_steps.first_secrets import ensure_secrets

NAMES = ("secret_key", "signing_secret")


@pytest.fixture(autouse=True)
def _nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.delenv(f"{name.upper()}_FILE", raising=False)


@pytest.mark.parametrize("name", NAMES)
def test_a_new_installation_gets_long_secrets_that_only_it_reads(
    name: str, tmp_path: Path
) -> None:
    ensure_secrets(tmp_path / "data")
    secret = tmp_path / "data" / name
    assert len(secret.read_text().strip()) >= 50
    assert secret.stat().st_mode & 0o777 == 0o600


def test_the_two_secrets_differ(tmp_path: Path) -> None:
    ensure_secrets(tmp_path)
    first, second = ((tmp_path / name).read_text() for name in NAMES)
    assert first != second


def test_secrets_stay_as_they_are(tmp_path: Path) -> None:
    ensure_secrets(tmp_path)
    before = [(tmp_path / name).read_text() for name in NAMES]
    ensure_secrets(tmp_path)
    assert [(tmp_path / name).read_text() for name in NAMES] == before


def test_what_the_environment_gives_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNING_SECRET", "given")
    monkeypatch.setenv("SECRET_KEY_FILE", "given-elsewhere")
    ensure_secrets(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_database_whose_secret_was_lost_gets_no_new_one(tmp_path: Path) -> None:
    (tmp_path / "db.sqlite3").touch()
    with pytest.raises(Refusal, match="Bring that file back"):
        ensure_secrets(tmp_path)
    assert not (tmp_path / "signing_secret").exists()
