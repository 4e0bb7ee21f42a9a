"""Missing packages are installed by who may, and named exactly to who may not."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from go_steps import machine
from go_steps.console import Refusal
from go_steps.machine import Need

MISSING = Need("libexample1", lambda: False)
THERE = Need("libthere1", lambda: True)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the commands that would have been run."""
    seen: list[list[str]] = []

    def note(argv: Sequence[str]) -> None:
        seen.append(list(argv))

    monkeypatch.setattr(machine, "call", note)
    return seen


def on_path(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(
        machine.shutil, "which", lambda name: name if name in names else None
    )


def test_nothing_is_run_when_all_is_there(calls: list[list[str]]) -> None:
    machine.ensure([THERE])
    assert calls == []


def test_root_installs_only_what_is_missing(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    on_path(monkeypatch, "apt-get")
    monkeypatch.setattr(machine.os, "geteuid", lambda: 0)
    machine.ensure([THERE, MISSING])
    assert [line[2:4] for line in calls] == [
        ["apt-get", "update"],
        ["apt-get", "install"],
    ]
    assert calls[-1][-1] == "libexample1"
    assert "libthere1" not in calls[-1]


def test_without_rights_the_exact_command_is_told(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    on_path(monkeypatch, "apt-get")
    monkeypatch.setattr(machine.os, "geteuid", lambda: 1000)
    with pytest.raises(Refusal) as refused:
        machine.ensure([MISSING])
    assert str(refused.value).endswith(
        "  apt-get update && apt-get install --yes --no-install-recommends libexample1"
    )
    assert refused.value.code == 1
    assert calls == []


def test_a_library_that_nobody_has_is_not_found() -> None:
    assert not machine.library("libnobodyhasthis.so.99")()


def test_any_of_the_names_of_a_program_will_do() -> None:
    assert machine.program("nobody-has-this", "python3")()
    assert not machine.program("nobody-has-this")()


def test_the_newest_postgresql_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in ("9", "15", "11"):
        folder = tmp_path / version / "bin"
        folder.mkdir(parents=True)
        (folder / "initdb").touch()
    monkeypatch.setattr(machine, "POSTGRES_PROGRAMS", tmp_path)
    assert machine.postgres_bin() == tmp_path / "15" / "bin"
