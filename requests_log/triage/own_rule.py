"""A rule of the consultant's own as data: when it speaks and what it says."""

from dataclasses import dataclass

from requests_log.triage.conditions import DEFAULT_WORDS, SCOPES
from requests_log.triage.intent import CUES
from requests_log.triage.rule_file import FACTORS

VERDICTS = ("bad_practice", "off_strategy")
# What a consultant says for himself leans on no law.
OWN_FACTORS = tuple(factor for factor in FACTORS if factor != "law_platform")
SEVERITY = {"bad_practice": "harmful", "off_strategy": "strategy"}
WITHIN = tuple(SCOPES)
ASKED = ("", "yes", "no")
DESPITE = CUES
CODE = "own-"

MOST_RULES = 50
MOST_WAYS = 3
MOST_GROUPS = 3
MOST_PHRASES = 30  # in one group
MOST_IDEAS = 12
MOST_LINES = 8
MOST_CLIENTS = 200
LONGEST_PHRASE, LONGEST_NAME, LONGEST_LINE, LONGEST_TEXT = 60, 120, 400, 3000
MOST_WORDS_OF_A_PHRASE = 6
MOST_APART = 100


@dataclass(frozen=True)
class Said:
    """What the rule says in one language."""

    name: str
    why: str
    consequences: tuple[str, ...]
    alternatives: tuple[str, ...]
    reply: str


@dataclass(frozen=True)
class Heard:
    """Any of these: words and phrases as typed, ideas the rules know by name."""

    words: tuple[str, ...] = ()
    ideas: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.ideas)


@dataclass(frozen=True)
class Way:
    """One way to say it: something of each group, close together, none of WITHOUT."""

    groups: tuple[Heard, ...]
    within: str = "sentence"
    apart: int = DEFAULT_WORDS
    in_order: bool = False
    without: Heard = Heard()
    asked: str = ""


@dataclass(frozen=True)
class OwnRule:
    """Any way is enough. One language will do; the other falls back to it.

    CLIENTS are names; none means all of them.
    """

    verdict: str
    factor: str
    when: tuple[Way, ...]
    es: Said | None = None
    en: Said | None = None
    despite: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it goes by, whatever the reader's language."""
        return self.said("es").name

    @property
    def ideas(self) -> tuple[str, ...]:
        """Every idea it listens for."""
        heard = [each for way in self.when for each in (*way.groups, way.without)]
        return tuple(dict.fromkeys(idea for each in heard for idea in each.ideas))

    def said(self, language: str) -> Said:
        """What it says in LANGUAGE, or else in the one it has. Raises ValueError."""
        first, other = (self.es, self.en) if language == "es" else (self.en, self.es)
        said = first or other
        if said is None:
            raise ValueError("a rule that says nothing")
        return said
