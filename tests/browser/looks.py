"""How a screen is looked at: its languages, themes and widths, and what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a dark screen can break that a light one does not: the words and the markup
# are the same, so only the rules about colours are run there.
COLOURS = ["color-contrast", "link-in-text-block"]
# What a page still fetches is drawn half transparent, and comes in by degrees.
AT_REST = """() => new Promise(done => {
  const going = '.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added';
  const moves = () => document.getAnimations().some(one => one.playState === 'running');
  const look = () => document.querySelector(going) || moves()
    ? setTimeout(look, 20) : done();
  look();
})"""


@dataclass(frozen=True)
class Look:
    """One way in which a screen meets a reader; the width is in CSS pixels."""

    language: str
    theme: Literal["light", "dark"]
    width: int

    @property
    def rules(self) -> list[str]:
        """Return the axe rules that this look can break."""
        return STANDARDS if self.theme == "light" else COLOURS

    def __str__(self) -> str:
        return f"{self.language}-{self.theme}-{self.width}"


LOOKS = [
    Look("es", "light", 390),
    Look("es", "dark", 1280),
    Look("en", "light", 1280),
    Look("en", "dark", 390),
]
in_every_look = pytest.mark.parametrize("look", LOOKS, ids=str)


def press(page: Page, button: str = "main .btn-primary") -> None:
    """Press what leads to another page, and wait until that page is there.

    A click returns as soon as an answer begins, when there may be no document yet.
    """
    with page.expect_navigation():
        page.locator(button).click()


def faults(
    page: Page, console: list[str], rules: Sequence[str] = STANDARDS
) -> list[str]:
    """Return what is wrong with the page as it stands, and empty the console."""
    page.evaluate(AT_REST)
    # What passed is not asked for: writing that out takes as long as the rules.
    options = {"runOnly": list(rules), "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    said = [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found]
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    said += [*console, *(["scrolls sideways"] if wide else [])]
    console.clear()
    return said
