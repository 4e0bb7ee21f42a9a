import io
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from requests_log.triage.rulebook import load_rulebook


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


@pytest.fixture
def examples(seeds: Path) -> int:
    """Return how many messages the one rule must, or must not, fire on."""
    return len(load_rulebook(seeds).rules[0].examples)


def change(seeds: Path, old: str, new: str) -> None:
    path = seeds / "rules" / "practice" / "fake_engagement.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), "utf-8")


def test_sound_rules_are_counted(seeds: Path, examples: int) -> None:
    out = io.StringIO()
    call_command("check_rules", seeds=seeds, stdout=out)
    assert out.getvalue().startswith(f"1 rules, {examples} examples, ")


def test_an_example_that_misbehaves_is_named_by_line(
    seeds: Path, examples: int
) -> None:
    change(
        seeds,
        "Hincha un poco las reproducciones del directo",
        "Post the photo of the oven",
    )
    out = io.StringIO()
    with pytest.raises(CommandError, match=f"1 of {examples}"):
        call_command("check_rules", seeds=seeds, stdout=out)
    assert "should fire: Post the photo of the oven" in out.getvalue()


def test_a_faulty_file_is_refused_by_name(seeds: Path) -> None:
    change(seeds, "severity:", "gravity:")
    with pytest.raises(CommandError, match=r"fake_engagement\.yaml:3: gravity"):
        call_command("check_rules", seeds=seeds)
