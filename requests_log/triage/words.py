"""From a word as written to the forms the lexicon may know it by."""

import re
from functools import lru_cache

import snowballstemmer

_CLITICS = tuple(
    "melo mela melos melas telo tela telos telas selo sela selos selas noslo nosla "
    "noslos noslas los las les nos lo la le me te se".split()
)
_HELD_DOWN = re.compile(r"(.)\1{2,}")
_SHORT_BASES = frozenset("pon haz di da dar ver ten ven sal ve quita".split())
_SHORTEST_STEMMED, _TOO_BARE = 5, 3
LONGEST = 40  # letters; what is longer is no word, and is not kept in memory
_STEMMERS = {
    "es": snowballstemmer.stemmer("spanish"),
    "en": snowballstemmer.stemmer("english"),
}


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    return str(_STEMMERS[language].stemWord(word))


def plain_stem(word: str) -> str:
    """The shorter of the stems a word has in our languages."""
    if not _SHORTEST_STEMMED <= len(word) <= LONGEST or not word.isalpha():
        return word
    return _shorter_stem(word)


@lru_cache(maxsize=20_000)
def _shorter_stem(word: str) -> str:
    stems = (stem(word, language) for language in _STEMMERS)
    return min((root for root in stems if len(root) > _TOO_BARE), key=len, default=word)


def too_short(word: str, language: str) -> bool:
    """Whether a stem says nothing of the word: "her" is not "herida"."""
    return language == "es" and len(word) <= _TOO_BARE and word not in _SHORT_BASES


def forms(word: str, language: str) -> list[str]:
    """The word, then without letters held down, then without Spanish clitics."""
    calm = _calm(word)
    found = [word] if calm == word else [word, calm]
    if language == "es":
        found.extend(_without_clitics(calm))
    return found


def _calm(word: str) -> str:
    return _HELD_DOWN.sub(r"\1", word)


def _without_clitics(word: str) -> list[str]:
    if not word.endswith(_CLITICS):
        return []
    bases = (word.removesuffix(clitic) for clitic in _CLITICS if word.endswith(clitic))
    return [base for base in bases if len(base) >= 4 or base in _SHORT_BASES]
