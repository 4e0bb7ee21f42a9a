"""Management commands run in order, and the first failure stops the rest."""

import pytest
from django.core.management import CommandError

from go_steps import prepare


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Return the commands as they were called; one named `fail` fails."""
    seen: list[tuple[str, ...]] = []

    def note(*words: str) -> None:
        seen.append(words)
        if words[0] == "fail":
            raise CommandError("the disk is full")

    monkeypatch.setattr(prepare, "call_command", note)
    return seen


def test_words_reach_the_command_as_a_shell_would_split_them(
    called: list[tuple[str, ...]],
) -> None:
    assert prepare.main(["collectstatic --ignore '*.ttf'", "migrate"]) == 0
    assert called == [("collectstatic", "--ignore", "*.ttf"), ("migrate",)]


def test_nothing_runs_after_a_failure_and_it_is_told(
    called: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert prepare.main(["fail", "migrate"]) == 1
    assert called == [("fail",)]
    assert "fail: the disk is full" in capsys.readouterr().err
