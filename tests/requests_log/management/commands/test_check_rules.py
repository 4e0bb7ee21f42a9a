import io
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    shutil.copytree(settings.BASE_DIR / "seeds" / "lexicon", tmp_path / "lexicon")
    rules = tmp_path / "rules" / "practice"
    rules.mkdir(parents=True)
    shutil.copy(
        settings.BASE_DIR / "seeds" / "rules" / "practice" / "fake_engagement.yaml",
        rules,
    )
    return tmp_path


def change(seeds: Path, old: str, new: str) -> None:
    path = seeds / "rules" / "practice" / "fake_engagement.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), "utf-8")


def test_sound_rules_are_counted(seeds: Path) -> None:
    out = io.StringIO()
    call_command("check_rules", seeds=seeds, stdout=out)
    assert out.getvalue().startswith("1 rules, 17 examples, ")


def test_an_example_that_misbehaves_is_named_by_line(seeds: Path) -> None:
    change(
        seeds,
        "Hincha un poco las reproducciones del directo",
        "Post the photo of the oven",
    )
    out = io.StringIO()
    with pytest.raises(CommandError, match="1 of 17"):
        call_command("check_rules", seeds=seeds, stdout=out)
    assert "should fire: Post the photo of the oven" in out.getvalue()


def test_a_faulty_file_is_refused_by_name(seeds: Path) -> None:
    change(seeds, "severity:", "gravity:")
    with pytest.raises(CommandError, match=r"fake_engagement\.yaml:3: gravity"):
        call_command("check_rules", seeds=seeds)
