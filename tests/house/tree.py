"""The project's own files, as the tests about the house read them."""

from collections.abc import Iterator
from pathlib import Path

from go_steps.console import ROOT

APPS = ("consultancy", "requests_log", "go_steps")
OWN_FOLDERS = (*APPS, ".ci", "docs", "seeds", "static", "templates", "tests")
TEXTS = {
    *(".css", ".html", ".js", ".json", ".md", ".po", ".py", ".svg", ".toml", ".txt"),
    *(".yaml", ".jsonl", ""),
}


def files() -> Iterator[Path]:
    """Give every file that belongs to the project, with its path from the root."""
    yield from (path.relative_to(ROOT) for path in ROOT.iterdir() if path.is_file())
    for folder in OWN_FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(ROOT)


def python_files(*folders: str) -> Iterator[Path]:
    """Give the Python files of these folders, migrations left out."""
    for path in files():
        wanted = path.suffix == ".py" and path.parts[0] in folders
        if wanted and "migrations" not in path.parts:
            yield path


def text(path: Path) -> str:
    """Return what a file of the project says."""
    return (ROOT / path).read_text("utf-8")
