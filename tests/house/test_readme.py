"""The README names every command and every setting."""

import re

import pytest

from go_steps.console import ROOT
from tests.house.settings_read import settings_read


def commands() -> list[str]:
    """Return the names of the project's own management commands."""
    scripts = ROOT.glob("*/management/commands/*.py")
    return sorted(script.stem for script in scripts if script.stem != "__init__")


@pytest.fixture(scope="module")
def readme() -> str:
    return (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", commands())
def test_every_command_is_explained(name: str, readme: str) -> None:
    assert re.search(rf"\b{name}\b", readme)


@pytest.mark.parametrize("name", sorted(settings_read()))
def test_every_setting_is_explained(name: str, readme: str) -> None:
    assert re.search(rf"\b{name}\b", readme)
