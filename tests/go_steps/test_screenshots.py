import re

from go_steps.console import ROOT
from go_steps.screenshots import SCRIPT


def test_the_script_is_there_and_no_ordinary_test() -> None:
    script = ROOT / SCRIPT
    assert script.exists()
    assert not script.name.startswith("test_")


def test_every_picture_of_the_readme_is_taken_by_it() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = set(re.findall(r"docs/screenshots/([\w-]+)\.png", readme))
    script = (ROOT / SCRIPT).read_text("utf-8")
    assert shown
    assert [name for name in sorted(shown) if f'"{name}' not in script] == []


def test_every_picture_of_the_readme_is_there() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for path in re.findall(r"\((docs/screenshots/[\w-]+\.png)\)", readme):
        assert (ROOT / path).stat().st_size > 5_000, path
