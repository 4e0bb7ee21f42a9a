"""Packages are installed when their pins changed, and a test sees no settings."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from go_steps import environment
from go_steps.console import Refusal
from tests.house.settings_read import settings_read


@pytest.fixture
def pins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a requirements file in a place of its own."""
    monkeypatch.setattr(environment, "STAMPS", tmp_path / "stamps")
    monkeypatch.setattr(environment, "ensure_venv", lambda: None)
    file = tmp_path / "requirements.txt"
    file.write_text("django==5.2.19\n")
    return file


def test_pins_that_did_not_change_are_installed_once(
    pins: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[Sequence[str]] = []
    monkeypatch.setattr(environment, "call", calls.append)
    environment.ensure_packages(pins)
    environment.ensure_packages(pins)
    assert len(calls) == 1
    pins.write_text("django==5.2.20\n")
    environment.ensure_packages(pins)
    assert len(calls) == 2


def test_an_installation_that_failed_is_tried_again(
    pins: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[Sequence[str]] = []

    def fail(argv: Sequence[str]) -> None:
        calls.append(argv)
        raise Refusal("no network")

    monkeypatch.setattr(environment, "call", fail)
    for _ in range(2):
        with pytest.raises(Refusal):
            environment.ensure_packages(pins)
    assert len(calls) == 2


def test_every_pin_is_checked_against_its_hash(
    pins: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[Sequence[str]] = []
    monkeypatch.setattr(environment, "call", calls.append)
    environment.ensure_packages(pins)
    assert "--require-hashes" in calls[0]


def test_tests_do_not_see_the_settings_of_an_installation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://precious")
    bare = environment.bare_variables(DATA_DIR="elsewhere")
    assert "DATABASE_URL" not in bare
    assert bare["DATA_DIR"] == "elsewhere"
    assert environment.variables()["DATABASE_URL"] == "postgres://precious"


def test_every_setting_is_kept_from_the_tests() -> None:
    assert settings_read() == environment.OWN
