"""Which rules the signs of a message speak for, and how clearly.

The verdict is weighed first; then each rule of it has a score of its own. The likeliest
is held though none of its conditions was met, and what another outshines is set aside:
words that fit a rule by chance cost a letter its reader's trust.
"""

from collections import Counter
from collections.abc import Sequence

from consultancy.strategy_file import Strategy
from requests_log.triage.facts import line_of
from requests_log.triage.findings import Finding
from requests_log.triage.hits import Range
from requests_log.triage.points import Points
from requests_log.triage.quotes import quotes
from requests_log.triage.reading import Reading
from requests_log.triage.rule_file import Rule
from requests_log.triage.rulebook import Rulebook
from requests_log.triage.signs import standing

ALWAYS = "*"
# Hundredths. Of findings that another outshines by more, one in sixteen was right, on
# messages of writers the points were not fitted from.
OUTSHINES = 150
OWN_RULE, MARGIN = 100, 50
LONG_CLAUSE, FEWEST_WORDS = 14, 3
TELLING = 0.34  # of what the most telling word weighs
Scores = dict[str, int]


def code_scores(total: int, rulebook: Rulebook) -> Scores:
    """What a total of points speaks for each shipped rule, by its code."""
    shipped = (rule.code for rule in rulebook.rules if rule.version is None)
    return {code: rulebook.points.of(total, code) for code in shipped}


def outshone(held: Sequence[Finding], scores: Scores) -> list[Finding]:
    """The findings far below another of their verdict; a rule of one's own is none."""
    scored = [each for each in held if each.rule in scores]
    best: dict[str, int] = {}
    for each in scored:
        most = best.get(each.verdict, scores[each.rule])
        best[each.verdict] = max(most, scores[each.rule])
    return [
        each for each in scored if best[each.verdict] - scores[each.rule] > OUTSHINES
    ]


def likeliest(
    verdict: str,
    scores: Scores,
    held: Sequence[Finding],
    reading: Reading,
    strategy: Strategy | None,
    rulebook: Rulebook,
) -> Finding | None:
    """The likeliest rule of the verdict; None where it is held or cannot be quoted."""
    fired = {each.rule for each in held}
    own = dict.fromkeys(fired, OWN_RULE)
    rules = [rule for rule in rulebook.rules if rule.verdict == verdict]
    ranked = sorted(
        (rule for rule in rules if rule.code in scores),
        key=lambda rule: -scores[rule.code] - own.get(rule.code, 0),
    )
    for rule in ranked:
        if scores[rule.code] + MARGIN < scores[ranked[0].code] or rule.code in fired:
            return None
        finding = _finding(rule, reading, strategy, rulebook.points)
        if finding is not None:
            return finding
    return None


def _finding(
    rule: Rule,
    reading: Reading,
    strategy: Strategy | None,
    points: Points,
) -> Finding | None:
    line = None
    if rule.fact is not None:
        line = line_of(rule.fact, reading, strategy) if strategy else None
        if line is None:
            return None
    passage = _telling(_weights(rule, reading, points), reading)
    if passage is None:
        return None
    spans, (field, words) = quotes([passage], reading), line or (None, None)
    return Finding(
        rule.code, rule.verdict, rule.severity, spans, field, words, weighed=True
    )


def _weights(rule: Rule, reading: Reading, points: Points) -> dict[Range, int]:
    """What each place of the message weighs for the rule."""
    known = points.rows.keys()
    weights: dict[Range, int] = {}
    for sign, place in standing(reading):
        if sign in known:
            row = points.packed(sign)
            weight = points.of(row, rule.verdict) + points.of(row, rule.code)
            weights[place] = weights.get(place, 0) + weight
    return weights


def _telling(weights: dict[Range, int], reading: Reading) -> Range | None:
    """The clause that weighs most; of a long one, from the first telling word to the
    last. Loose words tell a reader nothing."""
    clause_of = reading.text.clause_of
    sums: Counter[int] = Counter()
    for (first, _), weight in weights.items():
        sums[clause_of[first]] += max(0, weight)
    best = max(sums, key=lambda clause: (sums[clause], -clause), default=None)
    if best is None or not sums[best]:
        return None
    tokens = [token for token, clause in enumerate(clause_of) if clause == best]
    whole = tokens[0], tokens[-1] + 1
    if len(tokens) <= LONG_CLAUSE:
        return whole
    inside = {p: weight for p, weight in weights.items() if clause_of[p[0]] == best}
    enough = max(inside.values()) * TELLING
    telling = [place for place, weight in inside.items() if weight >= enough]
    first, last = min(telling)[0], min(whole[1], max(last for _, last in telling))
    return (first, last) if last - first >= FEWEST_WORDS else whole
