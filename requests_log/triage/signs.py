"""The signs of a message: what can be weighed, and where it stands.

w:STEM  a word                       c:NAME  a concept of the lexicon
1:STEM  the first of a sentence, too f:NAME  what of the strategy is touched
b:A B   two neighbours               s:A B   two words with one between
q:N     so many questions, up to a most; q:last when the message ends in one

How long a message is says nothing of its verdict: ours are as long as those who wrote
them liked. It says how much each sign counts (`loudness`).
"""

from collections.abc import Iterator
from math import sqrt

from consultancy.strategy_file import Strategy
from requests_log.triage.facts import touches
from requests_log.triage.hits import Range
from requests_log.triage.reading import Reading

_MOST_QUESTIONS = 2
_ORDINARY, _FEWEST = 30, 8  # words
Sign = tuple[str, Range | None]


def signs(reading: Reading, strategy: Strategy | None) -> Iterator[Sign]:
    """All signs of the message; one that stands in several places comes for each."""
    yield from _words(reading)
    for name, place in reading.concepts():
        yield f"c:{name}", place
    if strategy is not None:
        for name in touches(reading, strategy):
            yield f"f:{name}", None
    yield from _questions(reading)


def _words(reading: Reading) -> Iterator[Sign]:
    stems = reading.stems
    for sentence in reading.text.sentences:
        for token in range(sentence.first, sentence.last):
            stem = stems[token]
            yield "w:" + stem, (token, token + 1)
            if token > sentence.first:
                yield f"b:{stems[token - 1]} {stem}", (token - 1, token + 1)
            else:
                yield "1:" + stem, (token, token + 1)
            if token > sentence.first + 1:
                yield f"s:{stems[token - 2]} {stem}", (token - 2, token + 1)


def _questions(reading: Reading) -> Iterator[Sign]:
    sentences = reading.text.sentences
    asked = sum(sentence.question for sentence in sentences)
    yield f"q:{min(_MOST_QUESTIONS, asked)}", None
    if sentences and sentences[-1].question:
        yield "q:last", None


def loudness(words: int) -> float:
    """How much a sign counts in a message of so many words; 1.0 in an ordinary one. In
    a long one much is said by the way."""
    return sqrt(_ORDINARY / max(_FEWEST, words))
