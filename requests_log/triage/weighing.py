"""What the signs of a message weigh together, beside what the rules say for sure.

A rule speaks where its words stand as it says; most messages are worded otherwise.
Every sign has points, so has what the rules said, and the sum decides: what the rules
hold may be outweighed, and what none of them heard may be found by its signs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from consultancy.strategy_file import Strategy
from requests_log.triage.facts import line_of
from requests_log.triage.findings import VERDICTS, Finding, SetAside
from requests_log.triage.hits import Range
from requests_log.triage.points import Points
from requests_log.triage.quotes import quotes
from requests_log.triage.reading import LONG, Reading
from requests_log.triage.rule_file import Rule
from requests_log.triage.rulebook import Rulebook
from requests_log.triage.signs import Sign, signs
from requests_log.triage.text import Text

OUTWEIGHED = "outweighed"
ALWAYS = "*"
OWN_RULE, MARGIN, CLEARLY = 100, 50, 60  # hundredths
SHORT = 16  # words
MOST_CODES, MOST_MARKS = 2, 4
ENOUGH_BESIDE, ENOUGH_BETWEEN_ASKS = 2, 5  # longer words of the same sentence
_BAD, _OFF, _FINE = VERDICTS
Heard = dict[str, list[Range]]


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
    heard = heard_signs(signs(reading, strategy), points)
    sums = _sums([*heard, *said_by_rules(held, aside), ALWAYS], points)
    verdict = _verdict(sums, held, reading, strategy)
    found = list(_found(verdict, heard, held, reading, strategy, rulebook))
    if verdict != _FINE and all(each.verdict != verdict for each in (*held, *found)):
        return
    for each in held[:]:
        if VERDICTS.index(each.verdict) < VERDICTS.index(verdict):
            held.remove(each)
            aside.append(SetAside(each, OUTWEIGHED, None))
    held.extend(found)


def heard_signs(heard: Iterable[Sign], points: Points) -> Heard:
    """The signs that have points, each with its places."""
    known: defaultdict[str, list[Range]] = defaultdict(list)
    rows = points.rows
    for sign, place in heard:
        if sign in rows:
            places = known[sign]
            if place is not None:
                places.append(place)
    return known


def said_by_rules(held: Sequence[Finding], aside: Sequence[SetAside]) -> list[str]:
    """What the rules said, as signs: the worst they hold, by which codes, and whether
    they set any aside."""
    worst = min((VERDICTS.index(each.verdict) for each in held), default=-1)
    codes = sorted({each.rule for each in held})
    said = [f"r:{VERDICTS[worst]}", *(f"r:{code}" for code in codes)]
    return [*said, "r:aside"] if aside else said


def _sums(heard: list[str], points: Points) -> dict[str, int]:
    rows = [points.rows[sign] for sign in heard if sign in points.rows]
    bad, off = sum(row[0] for row in rows), sum(row[1] for row in rows)
    return {_BAD: bad, _OFF: off, _FINE: 0}


def _verdict(
    sums: dict[str, int],
    held: list[Finding],
    reading: Reading,
    strategy: Strategy | None,
) -> str:
    """The verdict of most points; what is asked outright is not outweighed."""
    sums = sums if strategy is not None else {_BAD: sums[_BAD], _FINE: 0}
    most = max(sums, key=lambda verdict: sums[verdict])
    told = min((each.verdict for each in held), key=VERDICTS.index, default=_FINE)
    short = len(reading.text.words) <= SHORT
    if VERDICTS.index(most) <= VERDICTS.index(told):
        return told if short and sums[most] - sums[told] < CLEARLY else most
    # A short message says too little beside what a rule holds to speak against it.
    if short:
        return told
    if most == _OFF and _stand_apart(held, reading.text):
        enough = ENOUGH_BETWEEN_ASKS
    else:
        enough = ENOUGH_BESIDE
    return told if _asked_outright(told, held, reading.text, enough) else most


def _stand_apart(held: list[Finding], text: Text) -> bool:
    """Whether rules hold bad practice in one sentence and what is off-strategy in
    another: that is two asks."""
    off = _sentences(held, _OFF, text)
    return bool(off) and off.isdisjoint(_sentences(held, _BAD, text))


def _sentences(held: list[Finding], verdict: str, text: Text) -> set[int]:
    """The sentences that findings of that verdict quote."""
    spans = [span for each in held if each.verdict == verdict for span in each.spans]
    return {
        sentence
        for sentence, start in zip(text.sentence_of, text.starts, strict=True)
        if any(span.start <= start < span.end for span in spans)
    }


def _asked_outright(told: str, held: list[Finding], text: Text, enough: int) -> bool:
    """Whether a sentence says less than ENOUGH beside what a rule holds of it: that is
    asked for, whatever else the message says."""
    spans = [span for each in held if each.verdict == told for span in each.spans]
    beside: Counter[int] = Counter()
    for word, sentence, start in zip(
        text.words, text.sentence_of, text.starts, strict=True
    ):
        longer = word.isalpha() and len(word) > LONG
        if longer and not any(span.start <= start < span.end for span in spans):
            beside[sentence] += 1
    asking = _sentences(held, told, text)
    return any(beside[sentence] < enough for sentence in asking)


def _found(
    verdict: str,
    heard: Heard,
    held: list[Finding],
    reading: Reading,
    strategy: Strategy | None,
    rulebook: Rulebook,
) -> Iterator[Finding]:
    """The likeliest codes of the verdict that no rule holds, if any can be quoted."""
    fired = {each.rule for each in held}
    shipped = (rule for rule in rulebook.rules if rule.version is None)
    rules = [rule for rule in shipped if rule.verdict == verdict]
    scores = dict.fromkeys((rule.code for rule in rules), 0)
    for sign in (*heard, ALWAYS):
        for code, points in rulebook.points.rows.get(sign, (0, 0, ()))[2]:
            if code in scores:
                scores[code] += points
    for code in fired.intersection(scores):
        scores[code] += OWN_RULE
    ranked = sorted(rules, key=lambda rule: -scores[rule.code])
    near = (
        rule for rule in ranked if scores[rule.code] + MARGIN >= scores[ranked[0].code]
    )
    for rule in islice(near, MOST_CODES):
        finding = None
        if rule.code not in fired:
            finding = _finding(rule, heard, reading, strategy, rulebook.points)
        if finding is not None:
            yield finding


def _finding(
    rule: Rule,
    heard: Heard,
    reading: Reading,
    strategy: Strategy | None,
    points: Points,
) -> Finding | None:
    line = None
    if rule.fact is not None:
        line = line_of(rule.fact, reading, strategy) if strategy else None
        if line is None:
            return None
    quoted = quotes(_telling(rule, heard, reading, points), reading)
    if not quoted:
        return None
    field, words = line or (None, None)
    return Finding(
        rule.code, rule.verdict, rule.severity, quoted, field, words, weighed=True
    )


def _telling(
    rule: Rule, heard: Heard, reading: Reading, points: Points
) -> Iterator[Range]:
    """The places that weigh most for the rule, in the sentence that weighs most."""
    sentence_of = reading.text.sentence_of
    weights: dict[Range, int] = {}
    for sign, places in heard.items():
        bad, off, codes = points.rows[sign]
        weight = (bad if rule.verdict == _BAD else off) + dict(codes).get(rule.code, 0)
        for place in places:
            weights[place] = weights.get(place, 0) + weight
    sums: dict[int, int] = {}
    for (first, _), weight in weights.items():
        sums[sentence_of[first]] = sums.get(sentence_of[first], 0) + max(0, weight)
    if not sums:
        return
    best = max(sums, key=lambda sentence: (sums[sentence], -sentence))
    inside = [
        (weight, place)
        for place, weight in weights.items()
        if weight > 0 and sentence_of[place[0]] == best
    ]
    for _, place in sorted(inside, key=lambda item: (-item[0], item[1]))[:MOST_MARKS]:
        yield from reading.hits.parts(place)
