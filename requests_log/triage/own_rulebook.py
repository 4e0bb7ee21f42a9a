"""A consultant's own rules laid over the shipped ones, which are compiled once."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from requests_log.triage.conditions import WHOLE_MESSAGE, Condition, Slot
from requests_log.triage.lexicon import LANGUAGES, Lexicon
from requests_log.triage.own_rule import SEVERITY, Heard, OwnRule, Way
from requests_log.triage.own_rule_file import own_rule_to_fields
from requests_log.triage.rule_file import REPLIES, Argument, Rule
from requests_log.triage.rulebook import Rulebook
from requests_log.triage.text import Text


@dataclass(frozen=True)
class OwnVersion:
    """A rule of one's own under its code, in one of its versions."""

    code: str
    number: int
    rule: OwnRule


def with_own(shipped: Rulebook, own: Iterable[OwnVersion]) -> Rulebook:
    """The shipped rules and one's own behind them; the shipped ones stay as they are.

    A rule that names an unknown idea is left out: `unknown_idea` tells which.
    """
    known = [each for each in own if unknown_idea(shipped, each.rule) is None]
    if not known:
        return shipped
    words = _Words(shipped.lexicon)
    rules = tuple(
        rule_of(each, tuple(words.condition(way) for way in each.rule.when))
        for each in known
    )
    return replace(
        shipped,
        rules=shipped.rules + rules,
        own_words=words.lexicon,
        fingerprint=_fingerprint(shipped, known),
    )


def unknown_idea(shipped: Rulebook, rule: OwnRule) -> str | None:
    """The first idea of the rule that the lexicon does not have."""
    numbers = shipped.lexicon.numbers
    return next((idea for idea in rule.ideas if idea not in numbers), None)


def rule_of(version: OwnVersion, when: tuple[Condition, ...] = ()) -> Rule:
    """What the screens and letters say of it; it leans on no authority."""
    rule = version.rule
    said = {language: rule.said(language) for language in LANGUAGES}
    return Rule(
        code=version.code,
        verdict=rule.verdict,
        severity=SEVERITY[rule.verdict],
        title={language: each.name for language, each in said.items()},
        why={language: each.why for language, each in said.items()},
        when=when,
        unless=(),
        fact=None,
        despite=frozenset(rule.despite),
        consequences={tongue: each.consequences for tongue, each in said.items()},
        arguments=(Argument(rule.factor, said["es"].why, said["en"].why),),
        alternatives={tongue: each.alternatives for tongue, each in said.items()},
        authorities=(),
        replies={form: said[form[:2]].reply for form in REPLIES},
        examples=(),
        example_strategy=None,
        version=version.number,
    )


class _Words:
    """What own rules listen for beyond the lexicon, numbered behind its concepts."""

    def __init__(self, shipped: Lexicon) -> None:
        self.shipped = shipped
        self.lexicon = shipped.blank()
        self._numbers: dict[tuple[str, ...], int] = {}

    def condition(self, way: Way) -> Condition:
        slots = tuple(self._slot(group) for group in way.groups)
        kind = "order" if way.in_order else "near"
        whole = way.within == "message"
        return Condition(
            kind=kind if len(slots) > 1 else "has",
            slots=slots,
            words=WHOLE_MESSAGE if whole else way.apart,
            within=way.within,
            without=self._slot(way.without),
            asked=way.asked or None,
        )

    def _slot(self, heard: Heard) -> Slot:
        numbers = [self.shipped.numbers[idea] for idea in heard.ideas]
        if heard.words:
            numbers.append(self._number(heard.words))
        return tuple(sorted(numbers))

    def _number(self, phrases: tuple[str, ...]) -> int:
        number = self._numbers.get(phrases)
        if number is None:
            number = len(self.shipped.names) + len(self._numbers)
            self._numbers[phrases] = number
            self._learn(phrases, number)
        return number

    def _learn(self, phrases: tuple[str, ...], number: int) -> None:
        # Signs that mean something in a lexicon file are no words, so they fall out.
        plain = [" ".join(Text(phrase).words) for phrase in phrases]
        for language in LANGUAGES:
            self.lexicon.learn(language, plain, (number,))


def _fingerprint(shipped: Rulebook, own: Sequence[OwnVersion]) -> str:
    content = [
        shipped.fingerprint,
        [(each.code, each.number, own_rule_to_fields(each.rule)) for each in own],
    ]
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()
