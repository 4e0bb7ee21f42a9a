"""What the signs of a message weigh together, beside what the rules say for sure.

A rule speaks where its words stand as it says; most messages are worded otherwise.
Every sign has points, so has what the rules said, and the sum decides: what the rules
hold may be outweighed, and what none of them heard may be found by its signs.
"""

from collections.abc import Sequence
from itertools import islice

from consultancy.strategy_file import Strategy
from requests_log.triage.findings import VERDICTS, Finding, SetAside
from requests_log.triage.languages import Tongues
from requests_log.triage.likeliest import ALWAYS, code_scores, likeliest, outshone
from requests_log.triage.outright import Enough, asked_outright, sentences
from requests_log.triage.points import Points
from requests_log.triage.reading import Reading
from requests_log.triage.rulebook import Rulebook
from requests_log.triage.signs import loudness, signs
from requests_log.triage.text import Text

OUTWEIGHED = "outweighed"
CLEARLY = 60  # hundredths
SHORT = 10  # words
OUTRIGHT, OUTRIGHT_BAD, BETWEEN_ASKS = Enough(1), Enough(2), Enough(4, lead=-1)
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
    verdict = _verdict(sums, held, reading.text, strategy, rulebook.tongues)
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
            if not asked_outright([each], reading.text, rulebook.tongues, OUTRIGHT):
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
    text: Text,
    strategy: Strategy | None,
    tongues: Tongues,
) -> str:
    """The verdict of most points; what is asked outright is not outweighed."""
    told = min((each.verdict for each in held), key=VERDICTS.index, default=_FINE)
    if strategy is None:
        # What would be off-strategy is no bad practice where none was agreed.
        fine = 0 if told == _BAD else max(0, sums[_OFF])
        sums = {_BAD: sums[_BAD], _FINE: fine}
    most = max(sums, key=lambda verdict: sums[verdict])
    short = _is_short(text)
    if VERDICTS.index(most) <= VERDICTS.index(told):
        return told if short and sums[most] - sums[told] < CLEARLY else most
    if short:
        return told
    apart = most == _OFF and _stand_apart(held, text)
    beside = OUTRIGHT_BAD if told == _BAD else OUTRIGHT
    enough = BETWEEN_ASKS if apart else beside
    speak = [each for each in held if each.verdict == told]
    return told if asked_outright(speak, text, tongues, enough) else most


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
    off = sentences([each for each in held if each.verdict == _OFF], text)
    return bool(off) and off.isdisjoint(sentences(bad, text))
