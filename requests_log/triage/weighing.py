"""What the signs of a message weigh together, beside what the rules say for sure.

A rule speaks where its words stand as it says; most messages are worded otherwise.
Every sign has points, so has what the rules said, and the sum decides: what the rules
hold may be outweighed, and what none of them heard may be found by its signs.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice

from consultancy.strategy_file import Strategy
from requests_log.triage.findings import VERDICTS, Finding, SetAside
from requests_log.triage.likeliest import ALWAYS, code_scores, likeliest, outshone
from requests_log.triage.points import Points
from requests_log.triage.reading import LONG, Reading
from requests_log.triage.rulebook import Rulebook
from requests_log.triage.signs import loudness, signs
from requests_log.triage.text import Text

OUTWEIGHED = "outweighed"
CLEARLY = 60  # hundredths
SHORT = 10  # words
ENOUGH_BESIDE, ENOUGH_BETWEEN_ASKS = 1, 5  # longer words of the same sentence
_BAD, _OFF, _FINE = VERDICTS


def weigh(
    reading: Reading,
    strategy: Strategy | None,
    held: list[Finding],
    aside: list[SetAside],
    rulebook: Rulebook,
) -> None:
    """Set aside what is outweighed, and hold what the signs alone speak for."""
    points = rulebook.points
    if not points.rows:
        return
    heard = points.total(signs(reading, strategy))
    told = points.total({*said_by_rules(held, aside), ALWAYS})
    sums = _sums(heard, told, reading.text, points)
    verdict = _verdict(sums, held, reading, strategy)
    if verdict == _FINE:
        aside += [SetAside(each, OUTWEIGHED, None) for each in held]
        held.clear()
        return
    scores = code_scores(heard + told, rulebook)
    found = likeliest(verdict, scores, held, reading, strategy, rulebook)
    if found is not None and _was_set_aside(found, aside, reading.text):
        found = None
    both = [*held, found] if found is not None else held[:]
    if all(each.verdict != verdict for each in both):
        return
    worst = VERDICTS.index(verdict)
    kept = [each for each in both if VERDICTS.index(each.verdict) >= worst]
    if not _is_short(reading.text):
        for each in outshone(kept, scores):
            if not _asked_outright([each], reading.text, ENOUGH_BESIDE):
                kept.remove(each)
    aside += [SetAside(each, OUTWEIGHED, None) for each in both if each not in kept]
    held[:] = kept


def said_by_rules(held: Sequence[Finding], aside: Sequence[SetAside]) -> list[str]:
    """What the rules said, as signs: the worst they hold, by which codes, and whether
    they set any aside."""
    worst = min((VERDICTS.index(each.verdict) for each in held), default=-1)
    codes = sorted({each.rule for each in held})
    said = [f"r:{VERDICTS[worst]}", *(f"r:{code}" for code in codes)]
    return [*said, "r:aside"] if aside else said


def _sums(heard: int, told: int, text: Text, points: Points) -> dict[str, float]:
    """What speaks for each verdict: what was heard, as loud as it is, and what rules
    said of it."""
    loud = loudness(len(text.words))
    return {
        verdict: loud * points.of(heard, verdict) + points.of(told, verdict)
        for verdict in VERDICTS
    }


def _verdict(
    sums: dict[str, float],
    held: list[Finding],
    reading: Reading,
    strategy: Strategy | None,
) -> str:
    """The verdict of most points; what is asked outright is not outweighed."""
    told = min((each.verdict for each in held), key=VERDICTS.index, default=_FINE)
    if strategy is None:
        # What would be off-strategy is no bad practice where none was agreed.
        beside = 0 if told == _BAD else max(0, sums[_OFF])
        sums = {_BAD: sums[_BAD], _FINE: beside}
    most = max(sums, key=lambda verdict: sums[verdict])
    short = _is_short(reading.text)
    if VERDICTS.index(most) <= VERDICTS.index(told):
        return told if short and sums[most] - sums[told] < CLEARLY else most
    if short:
        return told
    if most == _OFF and _stand_apart(held, reading.text):
        enough = ENOUGH_BETWEEN_ASKS
    else:
        enough = ENOUGH_BESIDE
    speak = [each for each in held if each.verdict == told]
    return told if _asked_outright(speak, reading.text, enough) else most


def _is_short(text: Text) -> bool:
    """Whether the message says too little beside what a rule holds to speak against
    it. Figures and loose letters are no words: they may be a link's."""
    words = (word for word in text.words if len(word) > 1 and word.isalpha())
    return len(list(islice(words, SHORT + 1))) <= SHORT


def _was_set_aside(found: Finding, aside: Sequence[SetAside], text: Text) -> bool:
    """Whether the rule heard it itself, and set it aside for good: a short message says
    nothing else that could have been meant."""
    return _is_short(text) and any(each.finding.rule == found.rule for each in aside)


def _stand_apart(held: list[Finding], text: Text) -> bool:
    """Whether rules hold bad practice in one sentence and what is off-strategy in
    another: that is two asks."""
    bad = [each for each in held if each.verdict == _BAD]
    off = _sentences([each for each in held if each.verdict == _OFF], text)
    return bool(off) and off.isdisjoint(_sentences(bad, text))


def _quoted(found: list[Finding], text: Text) -> set[int]:
    """The words that the findings quote, by their numbers."""
    quoted: set[int] = set()
    for each in found:
        for span in each.spans:
            first = bisect_left(text.starts, span.start)
            quoted.update(range(first, bisect_left(text.starts, span.end)))
    return quoted


def _sentences(found: list[Finding], text: Text) -> set[int]:
    return {text.sentence_of[word] for word in _quoted(found, text)}


def _asked_outright(found: list[Finding], text: Text, enough: int) -> bool:
    """Whether a sentence says less than ENOUGH beside what the rules hold of it, or a
    clause is all that one of them holds and nothing else: that is asked for, whatever
    else the message says."""
    quoted = _quoted(found, text)
    parts = text.sentence_of
    for each in _sentences(found, text):
        if _beside(quoted, each, parts, text) < enough:
            return True
    return any(_is_a_clause(_quoted([each], text), text) for each in found)


def _is_a_clause(quoted: set[int], text: Text) -> bool:
    clauses = {text.clause_of[word] for word in quoted}
    longer = sum(_is_longer(text.words[word]) for word in quoted)
    if len(clauses) != 1 or longer < 2:
        return False
    return not _beside(quoted, clauses.pop(), text.clause_of, text)


def _beside(quoted: set[int], part: int, parts: list[int], text: Text) -> int:
    """How many longer words of a part of the text are not quoted."""
    words = range(bisect_left(parts, part), bisect_right(parts, part))
    return sum(_is_longer(text.words[word]) for word in words if word not in quoted)


def _is_longer(word: str) -> bool:
    return word.isalpha() and len(word) > LONG
