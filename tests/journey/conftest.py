"""The journey is played with the browser's own fixtures."""

from tests.browser.conftest import (
    at_home,
    browser_context_args,
    browser_type_launch_args,
    console,
    enter,
)

__all__ = [
    "at_home",
    "browser_context_args",
    "browser_type_launch_args",
    "console",
    "enter",
]
