"""The name of a brought file as it may be shown and offered again."""

import re
import unicodedata

LONGEST = 120  # characters, its ending included
LONGEST_ENDING = 12
# What Windows takes for a device, whatever its ending.
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
FORBIDDEN = frozenset('<>:"/\\|?*')


def clean_name(told: str) -> str:
    """Return the last part of TOLD without what hides, turns or misleads."""
    name = re.split(r"[/\\]", unicodedata.normalize("NFC", told))[-1]
    name = "".join(c for c in name if _may_stand(c)).strip(". ")
    name = " ".join(name.split())
    if DEVICES.match(name):
        name = f"_{name}"
    return _shortened(name) or "file"


def _may_stand(character: str) -> bool:
    return unicodedata.category(character)[0] != "C" and character not in FORBIDDEN


def _shortened(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    _stem, dot, ending = name.rpartition(".")
    kept = dot + ending if 0 < len(ending) <= LONGEST_ENDING else ""
    return name[: LONGEST - len(kept)] + kept
