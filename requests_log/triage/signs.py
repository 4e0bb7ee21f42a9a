"""The signs of a message: what can be weighed, and where it stands.

w:STEM  a word                       c:NAME  a concept of the lexicon
1:STEM  the first of a sentence, too f:NAME  what of the strategy is touched
n:STEM  one that is denied, too
b:A B   two neighbours               s:A B   two words with one between
q:N     so many questions, up to a most; q:last when the message ends in one

How long a message is says nothing of its verdict: ours are as long as those who wrote
them liked. It says how much each sign counts (`loudness`).
"""

from collections.abc import Iterator
from itertools import pairwise
from math import sqrt

from consultancy.strategy_file import Strategy
from requests_log.triage.facts import touches
from requests_log.triage.hits import Range
from requests_log.triage.reading import Reading

_MOST_QUESTIONS = 2
_ORDINARY, _FEWEST = 30, 15  # words
Run = tuple[list[str], int, int]  # signs, the token of the first, tokens of each


def signs(reading: Reading, strategy: Strategy | None) -> set[str]:
    """All signs of the message."""
    found = {sign for run, _, _ in _runs(reading) for sign in run}
    found.update("c:" + name for name in reading.concepts())
    if strategy is not None:
        found.update("f:" + name for name in touches(reading, strategy))
    sentences = reading.text.sentences
    asked = sum(sentence.question for sentence in sentences)
    found.add(f"q:{min(_MOST_QUESTIONS, asked)}")
    if sentences and sentences[-1].question:
        found.add("q:last")
    return found


def standing(reading: Reading) -> Iterator[tuple[str, Range]]:
    """The signs that stand somewhere, once for each place."""
    for run, first, width in _runs(reading):
        for token, sign in enumerate(run, first):
            yield sign, (token, token + width)
    for name in reading.concepts():
        for place in reading.of(name):
            yield "c:" + name, place


def _runs(reading: Reading) -> Iterator[Run]:
    """Signs of words, those that follow one another together."""
    for token in reading.denied:
        yield ["n:" + reading.stems[token]], token, 1
    for sentence in reading.text.sentences:
        first = sentence.first
        stems = reading.stems[first : sentence.last]
        pairs, apart = pairwise(stems), zip(stems, stems[2:], strict=False)
        yield ["1:" + stems[0]], first, 1
        yield ["w:" + stem for stem in stems], first, 1
        yield [f"b:{one} {other}" for one, other in pairs], first, 2
        yield [f"s:{one} {other}" for one, other in apart], first, 3


def loudness(words: int) -> float:
    """How much a sign counts in a message of so many words; 1.0 in an ordinary one. In
    a long one much is said by the way."""
    return sqrt(_ORDINARY / max(_FEWEST, words))
