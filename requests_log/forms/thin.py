"""Words that fill a box and say nothing. Pure."""

import re

FEWEST_WORDS = 3
EMPTY_PHRASES = frozenset(
    {
        "as i said before",
        "because i say so",
        "because i said so",
        "because i want to",
        "es lo que hay",
        "lo que sea",
        "me da igual",
        "no lo sé",
        "porque lo digo yo",
        "porque me da la gana",
        "porque yo lo digo",
        "que sí que sí",
        "ya está hablado",
    }
)


def is_thin(text: str) -> bool:
    """Say whether TEXT is a reason in form only: too short, or a stock phrase."""
    words = re.findall(r"\w+", text.casefold())
    return len(set(words)) < FEWEST_WORDS or " ".join(words) in EMPTY_PHRASES
