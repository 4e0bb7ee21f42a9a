"""Every check is done, and one that fails fails the whole and says why."""

import sys

import pytest

from go_steps import checks
from go_steps.checks import Check

FINE = Check("style", [sys.executable, "-c", "print('quiet')"])
BAD = Check("floors", [sys.executable, "-c", "print('upside down'); exit(7)"])


@pytest.fixture(autouse=True)
def _no_setup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks.machine, "ensure", lambda _: None)
    monkeypatch.setattr(checks.environment, "ensure_packages", lambda _: None)
    monkeypatch.setattr(checks, "make_texts", lambda env: None)
    monkeypatch.setattr(checks, "CHECKS", (BAD, FINE))


def test_a_failed_check_fails_the_whole_and_the_others_still_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert checks.main([]) == 1
    said = capsys.readouterr().out
    assert "upside down" in said
    assert "failed (7)" in said
    assert "· style: fine" in said
    assert "quiet" not in said


def test_all_fine_is_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "CHECKS", (FINE,))
    assert checks.main([]) == 0


def test_only_the_checks_asked_for_are_done() -> None:
    assert checks.main(["style"]) == 0


def test_checks_see_production_settings_and_no_real_data() -> None:
    probe = (
        "import os; assert os.environ['PUBLIC_URL'].startswith('https://');"
        "assert os.environ['DATA_DIR'] != 'data'; assert os.environ['DEBUG'] == 'false'"
    )
    env = checks.environment.bare_variables(DATA_DIR="apart", **checks.PRODUCTION)
    assert checks._do(Check("probe", [sys.executable, "-c", probe]), env).code == 0
