"""Static files are collected again only when something they are made of changed."""

from pathlib import Path

import pytest

from go_steps import products
from go_steps.products import StaticFiles


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "source" / "site.css"
    file.parent.mkdir()
    file.write_text("a")
    monkeypatch.setattr(products, "STATIC_SOURCES", (file.parent,))
    return file


def collect(data_dir: Path) -> None:
    (data_dir / "static").mkdir(exist_ok=True)
    (data_dir / "static" / "staticfiles.json").touch()
    StaticFiles(data_dir).note()


def test_files_never_collected_are_not_current(source: Path, tmp_path: Path) -> None:
    assert not StaticFiles(tmp_path).are_current()


def test_files_collected_stay_current(source: Path, tmp_path: Path) -> None:
    collect(tmp_path)
    assert StaticFiles(tmp_path).are_current()


def test_a_changed_source_makes_them_old(source: Path, tmp_path: Path) -> None:
    collect(tmp_path)
    source.write_text("b")
    assert not StaticFiles(tmp_path).are_current()


def test_files_that_were_deleted_are_not_current(source: Path, tmp_path: Path) -> None:
    collect(tmp_path)
    (tmp_path / "static" / "staticfiles.json").unlink()
    assert not StaticFiles(tmp_path).are_current()
