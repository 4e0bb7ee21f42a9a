"""A requirements file says from which dependencies it was made."""

from pathlib import Path

import pytest

from go_steps import lock

PROJECT = """[project]
dependencies = ["django>=5.2"]
[project.optional-dependencies]
test = ["pytest"]
lock = ["uv"]
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a pyproject.toml whose two requirements files are in step with it."""
    file = tmp_path / "pyproject.toml"
    file.write_text(PROJECT)
    monkeypatch.setattr(lock, "PROJECT", file)
    run, test = tmp_path / "requirements.txt", tmp_path / "requirements-test.txt"
    monkeypatch.setattr(lock, "EXTRAS", {run: [], test: ["test"]})
    run.write_text(lock.header([]) + "django==5.2.19\n")
    test.write_text(lock.header(["test"]) + "django==5.2.19\npytest==9.2.0\n")
    return file


def test_files_made_from_it_are_in_step(project: Path) -> None:
    assert lock.main(["--check"]) == 0


def test_a_new_dependency_makes_both_stale(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write_text(PROJECT.replace("django>=5.2", "django>=5.2,<5.3"))
    assert lock.main(["--check"]) == 1
    assert "requirements.txt, requirements-test.txt" in capsys.readouterr().out


def test_a_new_test_package_leaves_the_run_file_in_step(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write_text(PROJECT.replace("pytest", "pytest>=9"))
    assert lock.main(["--check"]) == 1
    assert "requirements.txt" not in capsys.readouterr().out.split(":")[1].split(",")
