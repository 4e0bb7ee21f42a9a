"""./go chooses a command, says what went wrong, and needs no package for it."""

import ast
import importlib.machinery
import importlib.util
import subprocess
import sys
from types import ModuleType

import pytest

from go_steps.console import ROOT, Refusal

# These two run inside .venv, where Django and polib are.
INSIDE = {"prepare.py", "translations.py"}


@pytest.fixture
def go() -> ModuleType:
    """Return the script as a module."""
    loader = importlib.machinery.SourceFileLoader("go_script", str(ROOT / "go"))
    spec = importlib.util.spec_from_loader("go_script", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def test_it_can_be_called_by_its_name() -> None:
    done = subprocess.run([ROOT / "go", "--help"], capture_output=True, text=True)
    assert done.returncode == 0
    assert "./go run" in done.stdout


@pytest.mark.parametrize("arguments", [[], ["dance"]])
def test_without_a_known_command_it_lists_them(
    arguments: list[str], go: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert go.main(arguments) == 2
    said = capsys.readouterr().out
    assert all(f"./go {name}" in said for name in go.COMMANDS)


def test_a_refusal_is_one_sentence_and_an_exit_code(
    go: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(_arguments: list[str]) -> int:
        raise Refusal("the port is taken", code=4)

    monkeypatch.setattr(go, "end_on_signals", lambda: None)
    monkeypatch.setitem(go.COMMANDS, "run", (refuse, ""))
    assert go.main(["run"]) == 4
    assert capsys.readouterr().err == "go: the port is taken\n"


def test_it_hands_the_rest_of_the_line_to_the_command(
    go: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(go, "end_on_signals", lambda: None)
    monkeypatch.setitem(go.COMMANDS, "test", (len, ""))
    assert go.main(["test", "-k", "journey"]) == 2


def test_it_needs_nothing_but_python_itself() -> None:
    files = [*(ROOT / "go_steps").glob("*.py"), ROOT / "go"]
    known = sys.stdlib_module_names | {"go_steps"}
    for file in (file for file in files if file.name not in INSIDE):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert {name.split(".")[0] for name in names} <= known, file.name
