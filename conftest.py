"""`--part`: only the tests that play in one part of ./go test."""

from pathlib import Path

import pytest

from go_steps.parts import PARTS, belongs


def pytest_addoption(parser: pytest.Parser) -> None:
    says = "; ".join(f"{name}: {what}" for name, what in PARTS.items())
    parser.addoption("--part", choices=PARTS, help=says)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    return None if _plays(collection_path, config) else True


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out what was named on the command line but plays in another part."""
    apart = [item for item in items if not _plays(item.path, config)]
    if apart:
        config.hook.pytest_deselected(items=apart)
        items[:] = [item for item in items if item not in apart]


def _plays(path: Path, config: pytest.Config) -> bool:
    part: str | None = config.getoption("--part")
    if part is None or not path.is_relative_to(config.rootpath):
        return True
    return belongs(path.relative_to(config.rootpath), part)
