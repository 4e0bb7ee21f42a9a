"""Benchmarks are found by their file, and an unknown one names those there are."""

from pathlib import Path

import pytest

from go_steps import bench
from go_steps.console import Refusal


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("__init__.py", "lists.py", "documents.py"):
        (tmp_path / name).touch()
    monkeypatch.setattr(bench, "FOLDER", tmp_path)


def test_each_script_is_a_benchmark() -> None:
    assert bench.benchmarks() == ["documents", "lists"]


def test_an_unknown_benchmark_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal, match="documents, lists") as refused:
        bench.main(["speed"])
    assert refused.value.code == 2
