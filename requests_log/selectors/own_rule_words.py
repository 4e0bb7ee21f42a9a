"""When a rule of one's own speaks, in plain words."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from consultancy.selectors.reader import reading_language
from requests_log.triage.own_rule import Heard, OwnRule, Way

from .rulebook import rulebook

WITHIN = {
    "clause": gettext_lazy("in the same part of a sentence"),
    "sentence": gettext_lazy("in one sentence"),
    "passage": gettext_lazy("in two sentences in a row"),
    "message": gettext_lazy("anywhere in the message"),
}
ORDERS = {
    "no": gettext_lazy("in any order"),
    "yes": gettext_lazy("in the order given here"),
}
ASKED = {
    "": gettext_lazy("asked or told"),
    "yes": gettext_lazy("only in a question"),
    "no": gettext_lazy("only outside a question"),
}
DESPITE = {
    "negation": gettext_lazy("it says not to do it"),
    "refusal": gettext_lazy("it turns it down"),
    "permission": gettext_lazy("it only asks whether it is allowed"),
    "opinion": gettext_lazy("it only asks what you think"),
    "report": gettext_lazy("it tells what others do"),
    "clean_up": gettext_lazy("it wants it undone"),
}


@dataclass(frozen=True)
class Term:
    """A word as typed, or an idea by its name, which the rules may know no more."""

    text: str
    is_idea: bool = False
    is_known: bool = True


@dataclass(frozen=True)
class WayWords:
    """One way to say it: something of each group, and how they stand."""

    groups: list[list[Term]]
    none: list[Term]
    within: str | Promise
    apart: int | None  # None where they may be any distance apart
    in_order: bool
    asked: str | Promise  # empty where it may be asked or told

    @property
    def is_joined(self) -> bool:
        """Whether several groups must stand together."""
        return len(self.groups) > 1


def ways_in_words(rule: OwnRule) -> list[WayWords]:
    """Return every way as the reader sees it."""
    return [_way(way) for way in rule.when]


def despite_in_words(rule: OwnRule) -> list[str | Promise]:
    """Return when it speaks all the same."""
    return [DESPITE[cue] for cue in rule.despite]


def _way(way: Way) -> WayWords:
    return WayWords(
        groups=[_terms(group) for group in way.groups],
        none=_terms(way.without),
        within=WITHIN[way.within],
        apart=None if way.within == "message" else way.apart,
        in_order=way.in_order,
        asked=ASKED[way.asked] if way.asked else "",
    )


def _terms(heard: Heard) -> list[Term]:
    language, known = reading_language(), rulebook().ideas
    named = [
        Term(known[idea][language], is_idea=True)
        if idea in known
        else Term(idea, is_idea=True, is_known=False)
        for idea in heard.ideas
    ]
    return [*(Term(word) for word in heard.words), *named]
