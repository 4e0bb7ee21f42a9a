"""A fingerprint changes with what the files say and how they are called."""

from pathlib import Path

from go_steps.fingerprint import Stamp, fingerprint


def test_the_same_files_give_the_same_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    assert fingerprint([tmp_path]) == fingerprint([tmp_path])


def test_another_content_gives_another(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    before = fingerprint([tmp_path])
    (tmp_path / "a").write_text("two")
    assert fingerprint([tmp_path]) != before


def test_another_name_gives_another(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    before = fingerprint([tmp_path])
    (tmp_path / "a").rename(tmp_path / "b")
    assert fingerprint([tmp_path]) != before


def test_what_is_said_besides_counts(tmp_path: Path) -> None:
    assert fingerprint([tmp_path], also="x") != fingerprint([tmp_path])


def test_a_stamp_says_what_was_written_and_nothing_before(tmp_path: Path) -> None:
    stamp = Stamp(tmp_path / "stamps" / "it")
    assert not stamp.says("made")
    stamp.write("made")
    assert stamp.says("made")
    assert not stamp.says("made otherwise")
