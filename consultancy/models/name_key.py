"""Names that a person would call the same."""

import unicodedata

LONGEST_KEY = 240


def name_key(name: str) -> str:
    """Return NAME without capitals, accents, invisible signs and doubled spaces.

    Two names with one key are taken for the same. A name of marks alone is its key.
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = (c for c in unicodedata.normalize("NFKD", plain) if not _is_silent(c))
    return (" ".join("".join(kept).split()) or name)[:LONGEST_KEY]


def _is_silent(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] == "M" or category == "Cf"
