"""What is asked for outright, so that nothing else the message says outweighs it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from requests_log.triage.findings import Finding
from requests_log.triage.languages import Tongues
from requests_log.triage.reading import LONG
from requests_log.triage.text import Text

FEWEST_QUOTED = 2  # words: one alone may be heard by chance


class Enough(NamedTuple):
    """Fewer telling words than `beside` stand beside the quoted ones, which are more
    than they by `lead` at least."""

    beside: int
    lead: int = FEWEST_QUOTED


def asked_outright(
    found: Sequence[Finding], text: Text, tongues: Tongues, enough: Enough
) -> bool:
    """Whether a sentence says hardly more than what the rules hold of it, or a clause
    nothing else: that is asked for, whatever else the message says."""
    quoted = _quoted(found, text)
    parts = text.sentence_of
    for each in sentences(found, text):
        said = _words({word for word in quoted if parts[word] == each}, text)
        beside = _beside(quoted, each, parts, text, tongues)
        if beside < enough.beside and said - beside >= enough.lead:
            return True
    return any(_is_a_clause(_quoted([each], text), text, tongues) for each in found)


def sentences(found: Sequence[Finding], text: Text) -> set[int]:
    """The numbers of the sentences that the findings quote."""
    return {text.sentence_of[word] for word in _quoted(found, text)}


def _quoted(found: Sequence[Finding], text: Text) -> set[int]:
    """The words that the findings quote, by their numbers."""
    quoted: set[int] = set()
    for each in found:
        for span in each.spans:
            first = bisect_left(text.starts, span.start)
            quoted.update(range(first, bisect_left(text.starts, span.end)))
    return quoted


def _is_a_clause(quoted: set[int], text: Text, tongues: Tongues) -> bool:
    clauses = {text.clause_of[word] for word in quoted}
    if len(clauses) != 1 or _words(quoted, text) < FEWEST_QUOTED:
        return False
    return not _beside(quoted, clauses.pop(), text.clause_of, text, tongues)


def _beside(
    quoted: set[int], part: int, parts: list[int], text: Text, tongues: Tongues
) -> int:
    """How many telling words of a part of the text are not quoted: "quiero", "please"
    and their like say nothing of what is asked for."""
    words = set(range(bisect_left(parts, part), bisect_right(parts, part))) - quoted
    small = tongues.say_little
    return _words({word for word in words if text.words[word] not in small}, text)


def _words(numbers: set[int], text: Text) -> int:
    """How many of them are words that say something: no figures, no loose letters."""
    written = (text.words[number] for number in numbers)
    return sum(word.isalpha() and len(word) > LONG for word in written)
