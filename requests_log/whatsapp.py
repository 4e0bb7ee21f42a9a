"""A message copied out of WhatsApp, with the words that say whose it is. Pure.

Phones write that in two ways, `[12/11/26, 10:22:05] Ana: ...` and
`12/11/26, 10:22 - Ana: ...`, days before months outside the United States.
"""

import re
from dataclasses import dataclass
from datetime import datetime

DAY = r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{2,4}),? "
HOUR = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?(?P<half>\s?[ap]\.?\s?m\.?)?"
NAME = r"(?P<name>[^:\n]{1,60}): "
HEAD = re.compile(
    rf"^\u200e?(?:\[{DAY}{HOUR}\] |{DAY.replace('?P<', '?P<b_')}"
    rf"{HOUR.replace('?P<', '?P<b_')} - ){NAME}",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True)
class Copied:
    """What one person wrote; `at` is the phone's own clock, without a zone."""

    name: str
    at: datetime
    text: str


def read_copied(text: str) -> Copied | None:
    """Return the words of a copied message; None for any other text.

    Several messages of one person become one; a conversation of several people is
    nobody's message and is left as it is.
    """
    heads = list(HEAD.finditer(text))
    if not heads or heads[0].start() != 0:
        return None
    if len({head["name"] for head in heads}) > 1:
        return None
    at = _moment(heads[0])
    ends = [head.start() for head in heads[1:]] + [len(text)]
    words = [
        text[head.end() : end].strip() for head, end in zip(heads, ends, strict=True)
    ]
    return Copied(heads[0]["name"].strip(), at, "\n".join(words)) if at else None


def _moment(head: re.Match[str]) -> datetime | None:
    def part(name: str) -> str:
        return head[name] or head[f"b_{name}"] or ""

    year = int(part("year"))
    hour, half = int(part("hour")), part("half").strip().casefold()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        return datetime(  # noqa: DTZ001 - a phone writes no zone
            year + 2000 if year < 100 else year,
            int(part("month")),
            int(part("day")),
            hour,
            int(part("minute")),
        )
    except ValueError:
        return None
