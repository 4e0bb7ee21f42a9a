"""From the conditions as written to the conditions as run."""

from consultancy.careful_yaml import Fields, Items, Text, Value
from requests_log.triage.conditions import DEFAULT_WORDS, KINDS, SCOPES, Condition, Slot
from requests_log.triage.intent import CUES
from requests_log.triage.lexicon import Lexicon
from requests_log.triage.rule_values import Source

_MODIFIERS = ("words", "within", "without", "despite", "asked", "alone")
_WORDS_OF_SCOPE = {"passage": 25, "message": 100_000}
_MOST_WORDS = 100
_ASKED = ("yes", "no")
_ALONE = ("yes",)


def read_conditions(
    source: Source, value: Value, lexicon: Lexicon
) -> tuple[Condition, ...]:
    """A list of conditions; any one of them is enough."""
    if not isinstance(value, Items) or not value:
        raise source.refuse(value.line, "when", "a list of conditions")
    return tuple(_condition(source, item, lexicon) for item in value)


def read_despite(source: Source, fields: Fields) -> frozenset[str]:
    """The cues that do not set this rule or condition aside."""
    value = fields.get("despite")
    if value is None:
        return frozenset()
    cues = source.texts(value, "despite")
    for cue in cues:
        if cue not in CUES:
            raise source.refuse(value.line, cue, "one of " + ", ".join(CUES))
    return frozenset(cues)


def _condition(source: Source, value: Value, lexicon: Lexicon) -> Condition:
    fields = source.fields(value, "when", (*KINDS, *_MODIFIERS), ())
    kinds = [kind for kind in KINDS if kind in fields]
    if len(kinds) != 1:
        raise source.refuse(fields.line, "when", "exactly one of " + ", ".join(KINDS))
    slots = _slots(source, fields[kinds[0]], kinds[0], lexicon)
    within = "sentence"
    if "within" in fields:
        within = source.choice(fields["within"], "within", tuple(SCOPES))
    words = _WORDS_OF_SCOPE.get(within, DEFAULT_WORDS)
    if "words" in fields:
        words = source.whole(fields["words"], "words", _MOST_WORDS)
    asked = fields.get("asked")
    return Condition(
        kind=kinds[0],
        slots=slots,
        words=words,
        within=within,
        without=_numbers(source, fields.get("without"), lexicon),
        despite=read_despite(source, fields),
        asked=None if asked is None else source.choice(asked, "asked", _ASKED),
        alone="alone" in fields
        and bool(source.choice(fields["alone"], "alone", _ALONE)),
    )


def _slots(
    source: Source, value: Value, kind: str, lexicon: Lexicon
) -> tuple[Slot, ...]:
    if kind == "has":
        return (_slot(source, value, lexicon),)
    if not isinstance(value, Items) or not 2 <= len(value) <= 5:
        raise source.refuse(value.line, kind, "two to five concepts")
    return tuple(_slot(source, item, lexicon) for item in value)


def _slot(source: Source, value: Value, lexicon: Lexicon) -> Slot:
    if not isinstance(value, Text):
        raise source.refuse(value.line, "when", "a concept, or several with | between")
    names = [name.strip() for name in value.split("|")]
    for name in names:
        if name not in lexicon.numbers:
            raise source.refuse(value.line, name, "a concept of the lexicon")
    return tuple(sorted({lexicon.numbers[name] for name in names}))


def _numbers(source: Source, value: Value | None, lexicon: Lexicon) -> Slot:
    if value is None:
        return ()
    if not isinstance(value, Items):
        raise source.refuse(value.line, "without", "a list of concepts")
    found = {number for item in value for number in _slot(source, item, lexicon)}
    return tuple(sorted(found))
