"""One rule, one file: its code is the file's name."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from consultancy.careful_yaml import Fields, Items, Value
from consultancy.strategy_file import Strategy, StrategyFileError, strategy_from_fields
from requests_log.triage.conditions import Condition
from requests_log.triage.facts import FACTS
from requests_log.triage.findings import SEVERITIES
from requests_log.triage.lexicon import Lexicon
from requests_log.triage.rule_conditions import read_conditions, read_despite
from requests_log.triage.rule_values import LANGUAGES, Source

FACTORS = (
    "experience",
    "strategy",
    "common_sense",
    "needs",
    "resources",
    "law_platform",
)
REPLIES = ("es-tu", "es-usted", "en")
_NEEDED = (
    "code verdict severity title when why consequences arguments alternatives replies "
    "examples"
).split()
_FIELDS = (*_NEEDED, "unless", "despite", "authorities", "example_strategy")


@dataclass(frozen=True)
class Authority:
    """A text behind a rule; one not verified is worded softly or not shown."""

    name: str
    article: str
    holds_in: str
    address: str
    checked_on: date | None
    verified: bool


@dataclass(frozen=True)
class Argument:
    factor: str
    es: str
    en: str


@dataclass(frozen=True)
class Example:
    """A message the rule must, or must not, fire on."""

    text: str
    fires: bool
    line: int
    wanted_in_days: int | None = None


@dataclass(frozen=True)
class Rule:
    """A rule with everything the screens and letters say of it, es and en.

    Only a consultant's own rule has a version.
    """

    code: str
    verdict: str
    severity: str
    title: dict[str, str]
    why: dict[str, str]
    when: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    fact: str | None
    despite: frozenset[str]
    consequences: dict[str, tuple[str, ...]]
    arguments: tuple[Argument, ...]
    alternatives: dict[str, tuple[str, ...]]
    authorities: tuple[Authority, ...]
    replies: dict[str, str]
    examples: tuple[Example, ...]
    example_strategy: Strategy | None
    version: int | None = None


def read_rule(path: Path, document: Value, lexicon: Lexicon) -> Rule:
    """The rule of a file read. Raises RuleFileError naming file, line and field."""
    source = Source(path.name)
    fields = source.fields(document, "", _FIELDS, tuple(_NEEDED))
    if fields["code"] != path.stem:
        raise source.refuse(fields.lines["code"], "code", f"{path.stem}, as the file")
    verdict, severity = _verdict(source, fields)
    when, fact = _when(source, fields, lexicon)
    unless = fields.get("unless")
    return Rule(
        code=path.stem,
        verdict=verdict,
        severity=severity,
        title=source.bilingual(fields["title"], "title"),
        why=source.bilingual(fields["why"], "why"),
        when=when,
        unless=read_conditions(source, unless, lexicon) if unless is not None else (),
        fact=fact,
        despite=read_despite(source, fields),
        consequences=source.bilingual_lists(fields["consequences"], "consequences"),
        arguments=_arguments(source, fields["arguments"]),
        alternatives=source.bilingual_lists(fields["alternatives"], "alternatives"),
        authorities=_authorities(source, fields.get("authorities")),
        replies=_replies(source, fields["replies"]),
        examples=_examples(source, fields["examples"]),
        example_strategy=_example_strategy(source, fields),
    )


def _verdict(source: Source, fields: Fields) -> tuple[str, str]:
    verdict = source.choice(
        fields["verdict"], "verdict", ("bad_practice", "off_strategy")
    )
    fitting = SEVERITIES[:3] if verdict == "bad_practice" else SEVERITIES[3:]
    return verdict, source.choice(fields["severity"], "severity", fitting)


def _when(
    source: Source, fields: Fields, lexicon: Lexicon
) -> tuple[tuple[Condition, ...], str | None]:
    when = fields["when"]
    if isinstance(when, Fields):
        fact = source.fields(when, "when", ("fact",), ("fact",))["fact"]
        return (), source.choice(fact, "fact", tuple(FACTS))
    return read_conditions(source, when, lexicon), None


def _arguments(source: Source, value: Value) -> tuple[Argument, ...]:
    known = ("factor", *LANGUAGES)
    if not isinstance(value, Items) or not 1 <= len(value) <= 4:
        raise source.refuse(value.line, "arguments", "one to four arguments")
    arguments = []
    for item in value:
        fields = source.fields(item, "arguments", known, known)
        factor = source.choice(fields["factor"], "factor", FACTORS)
        es, en = (source.text(fields[language], language) for language in LANGUAGES)
        arguments.append(Argument(factor, es, en))
    return tuple(arguments)


def _authorities(source: Source, value: Value | None) -> tuple[Authority, ...]:
    if value is None:
        return ()
    if not isinstance(value, Items):
        raise source.refuse(value.line, "authorities", "a list of authorities")
    return tuple(_authority(source, item) for item in value)


def _authority(source: Source, value: Value) -> Authority:
    known = ("name", "article", "holds_in", "address", "checked_on", "verified")
    fields = source.fields(value, "authorities", known, ("name", "verified"))
    verified = source.choice(fields["verified"], "verified", ("yes", "no")) == "yes"
    checked = fields.get("checked_on")
    try:
        checked_on = date.fromisoformat(str(checked)) if checked is not None else None
    except ValueError as error:
        line = fields.lines["checked_on"]
        raise source.refuse(line, "checked_on", "a date like 2026-11-22") from error
    if verified and checked_on is None:
        raise source.refuse(fields.line, "verified", "a checked_on date")
    return Authority(
        name=source.text(fields["name"], "name"),
        article=str(fields.get("article", "")),
        holds_in=str(fields.get("holds_in", "")),
        address=str(fields.get("address", "")),
        checked_on=checked_on,
        verified=verified,
    )


def _replies(source: Source, value: Value) -> dict[str, str]:
    fields = source.fields(value, "replies", REPLIES, REPLIES)
    return {reply: source.text(fields[reply], reply) for reply in REPLIES}


def _examples(source: Source, value: Value) -> tuple[Example, ...]:
    kinds = ("fires", "stays_quiet")
    fields = source.fields(value, "examples", kinds, kinds)
    examples: list[Example] = []
    for kind in kinds:
        items = fields[kind]
        if not isinstance(items, Items) or len(items) < 8:
            raise source.refuse(items.line, kind, "at least eight examples")
        examples.extend(_example(source, item, kind == "fires") for item in items)
    return tuple(examples)


def _example(source: Source, value: Value, fires: bool) -> Example:
    if not isinstance(value, Fields):
        return Example(source.text(value, "examples"), fires, value.line)
    known = ("text", "wanted_in_days")
    fields = source.fields(value, "examples", known, known)
    days = source.whole(fields["wanted_in_days"], "wanted_in_days", 365)
    return Example(source.text(fields["text"], "text"), fires, value.line, days)


def _example_strategy(source: Source, fields: Fields) -> Strategy | None:
    value = fields.get("example_strategy")
    if value is None:
        return None
    if not isinstance(value, Fields):
        raise source.refuse(value.line, "example_strategy", "the fields of a strategy")
    try:
        return strategy_from_fields(value)
    except StrategyFileError as error:
        raise source.refuse(error.line, error.field, error.problem) from error
