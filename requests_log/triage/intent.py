"""Is it asked for, or only mentioned? Cues weighed clause by clause."""

from bisect import bisect_left
from dataclasses import dataclass

from requests_log.triage.conditions import Match
from requests_log.triage.hits import Range
from requests_log.triage.reading import Reading

NEGATION_REACH = 6
_SMALL = frozenset(
    "lo la los las le les me te se nos a i we to be you it them ever even".split()
)
_FORBIDDING = frozenset("no nunca jamas dont not wont never".split())
CUES = ("negation", "refusal", "permission", "opinion", "report", "clean_up")


@dataclass(frozen=True)
class Cue:
    """What spoke for setting a match aside, and where it stood."""

    name: str
    place: Range


def cue_against(
    match: Match, reading: Reading, despite: frozenset[str] = frozenset()
) -> Cue | None:
    """The first cue that makes the match a mention and no request."""
    for name in CUES:
        if name not in despite:
            place = _FINDERS[name](match, reading)
            if place and (name == "report" or not match.holds(place)):
                return Cue(name, place)
    return None


def _negation(match: Match, reading: Reading) -> Range | None:
    clause = reading.text.clause_of
    for last in range(match.first, max(-1, match.first - NEGATION_REACH - 1), -1):
        place = reading.negations.get(last)
        if place is None or place in reading.false_negations:
            continue
        if clause[place[0]] == clause[match.first]:
            return place
    return _denied_outright(match, reading)


def _denied_outright(match: Match, reading: Reading) -> Range | None:
    """A negation right before any of the words that were matched."""
    words = reading.text.words
    for first, _ in match.ranges:
        for last in (first, first - 1, first - 2):
            place = reading.negations.get(last)
            if place and _SMALL.issuperset(words[last:first]):
                return place if _forbids(words, place) else None
    return None


def _forbids(words: list[str], place: Range) -> bool:
    """Whether it denies a verb; "so that it does not" asks for what it denies."""
    purpose = words[max(0, place[0] - 1) : place[0]] == ["que"]
    return words[place[1] - 1] in _FORBIDDING and not purpose


def _refusal(match: Match, reading: Reading) -> Range | None:
    return _in_reach(match, reading, "cue_refusal", ahead=2, behind=1)


def _permission(match: Match, reading: Reading) -> Range | None:
    place = _in_reach(match, reading, "cue_permission", ahead=1, behind=1)
    if place is None or _ordered(match, reading):
        return None
    return place


def _opinion(match: Match, reading: Reading) -> Range | None:
    place = _in_reach(match, reading, "cue_opinion", ahead=1, behind=0)
    if place is None or not reading.text.asks(place[0]) or _ordered(match, reading):
        return None
    return place


def _report(match: Match, reading: Reading) -> Range | None:
    if reading.of("cue_do_the_same"):
        return None
    places, clause = reading.of("cue_report"), reading.text.clause_of
    at = bisect_left(places, (bisect_left(clause, clause[match.first]),))
    for first, last in places[at : at + 1]:
        if clause[first] == clause[match.first] and first <= match.first + 2:
            return first, last
    return reading.asked_by_others(match.ranges[0])


def _clean_up(match: Match, reading: Reading) -> Range | None:
    return _in_reach(match, reading, "cue_clean_up", ahead=1, behind=1)


def _in_reach(
    match: Match, reading: Reading, name: str, *, ahead: int, behind: int
) -> Range | None:
    sentences = reading.text.sentences
    here = reading.text.sentence_of[match.first]
    begin = sentences[max(0, here - behind)].first
    end = sentences[min(here + ahead, len(sentences) - 1)].last
    places = reading.of(name)
    at = bisect_left(places, (begin,))
    return places[at] if at < len(places) and places[at][0] < end else None


def _ordered(match: Match, reading: Reading) -> bool:
    return bool(_in_reach(match, reading, "cue_order", ahead=0, behind=0))


_FINDERS = {
    "negation": _negation,
    "refusal": _refusal,
    "permission": _permission,
    "opinion": _opinion,
    "report": _report,
    "clean_up": _clean_up,
}
