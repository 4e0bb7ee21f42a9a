"""How far a back-test has come, as the page sends it along."""

from dataclasses import astuple

from requests_log.selectors.back_test import MOST_READ, SoFar

MARK = "|"


def so_far_of(text: str) -> SoFar:
    """Return what TEXT, once made by `progress_text`, tells; else the beginning."""
    key, *counts = text.split(MARK)
    if len(counts) != len(astuple(SoFar())) - 1:
        return SoFar()
    if not all(each.isascii() and each.isdigit() and len(each) < 6 for each in counts):
        return SoFar()
    read, *others = (min(int(each), MOST_READ) for each in counts)
    return SoFar(key, read, *others)


def progress_text(so_far: SoFar) -> str:
    return MARK.join(str(each) for each in astuple(so_far))
