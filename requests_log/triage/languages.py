"""Which language a message is in, by its commonest small words."""

from collections.abc import Mapping
from functools import cached_property

from requests_log.triage.lexicon import LANGUAGES
from requests_log.triage.text import Text

_SHARE_OF_A_SECOND_TONGUE = 0.3
_CLEARLY_FOREIGN = 2


class Tongues:
    """Small words by language; those we have no rules for only weigh against."""

    def __init__(self, small_words: Mapping[str, frozenset[str]]) -> None:
        self.small_words = small_words

    @cached_property
    def say_little(self) -> frozenset[str]:
        """The small words of the languages that the rules read."""
        return frozenset().union(
            *(self.small_words.get(ours, ()) for ours in LANGUAGES)
        )

    def of(self, text: Text) -> tuple[str, ...]:
        """The languages to read in, the main one first; empty when none of ours."""
        words = _free_words(text)
        weights = {
            language: sum(map(known.__contains__, words))
            for language, known in self.small_words.items()
        }
        ours = sorted(LANGUAGES, key=lambda language: -weights[language])
        main, other = ours
        most = max(weights.values(), default=0)
        if most - weights[main] >= _CLEARLY_FOREIGN:
            return ()
        if not weights[main]:
            return LANGUAGES if text.has_words and _is_latin(text) else ()
        shared = weights[other] >= weights[main] * _SHARE_OF_A_SECOND_TONGUE
        return (main, other) if shared else (main,)


def _free_words(text: Text) -> list[str]:
    """The words but letters glued to figures: "e" in 3e1c is none of any language."""
    words, starts, ends = text.words, text.starts, text.ends
    figures = [word[0].isdigit() for word in words]
    last = len(words) - 1
    return [
        word
        for i, word in enumerate(words)
        if not (i and figures[i - 1] and ends[i - 1] == starts[i])
        and not (i < last and figures[i + 1] and ends[i] == starts[i + 1])
    ]


def _is_latin(text: Text) -> bool:
    signs = [sign for word in text.words for sign in word if sign.isalpha()]
    return sum(sign.isascii() for sign in signs) * 2 > len(signs)
