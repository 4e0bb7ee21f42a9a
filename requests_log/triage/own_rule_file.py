"""Rules of one's own as fields and as careful YAML, all of them in one file."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from consultancy.careful_yaml import Items, YamlError, read_yaml
from consultancy.strategy_values import (
    StrategyFileError,
    line_of,
    read_mapping,
    read_whole,
    require,
)
from requests_log.triage import own_rule as limits
from requests_log.triage.own_rule import Heard, OwnRule, Said, Way
from requests_log.triage.own_rule_strangers import Known, refuse_strangers
from requests_log.triage.own_rule_values import (
    read_lines,
    read_list,
    read_long_text,
    read_name,
    read_one_of,
    read_phrases,
)

MAX_FILE_BYTES = 64 * 1024
_SAID = ("name", "why", "consequences", "alternatives", "reply")
_WAY = ("groups", "within", "apart", "in_order", "without", "asked")
_RULE = ("verdict", "factor", "es", "en", "clients", "despite", "when")


def read_own_rules(text: str, *, known: Known | None = None) -> tuple[OwnRule, ...]:
    """The rules of a YAML list, each under a name of its own, with nothing in them
    that is not KNOWN. Raises StrategyFileError naming line and field."""
    try:
        value = read_yaml(text, max_bytes=MAX_FILE_BYTES)
    except YamlError as error:
        raise StrategyFileError(error.line, error.field, error.code) from error
    if not isinstance(value, Items):
        raise StrategyFileError(value.line, "", "not_a_list", "a list of rules")
    if len(value) > limits.MOST_RULES:
        raise _too_many(value[limits.MOST_RULES].line, "", limits.MOST_RULES)
    rules = tuple(own_rule_from_fields(item, item.line) for item in value)
    if known:
        refuse_strangers(value, rules, known)
    return rules


def write_own_rules(rules: Iterable[OwnRule]) -> str:
    """YAML that `read_own_rules` reads back as the same rules."""
    fields = [own_rule_to_fields(rule) for rule in rules]
    return yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=100)


def own_rule_to_fields(rule: OwnRule) -> dict[str, Any]:
    """JSON-safe fields; what is as always is left out."""
    return _present(
        {
            "verdict": rule.verdict,
            "factor": rule.factor,
            "es": _said_to_fields(rule.es) if rule.es else None,
            "en": _said_to_fields(rule.en) if rule.en else None,
            "clients": list(rule.clients),
            "despite": list(rule.despite),
            "when": [_way_to_fields(way) for way in rule.when],
        }
    )


def own_rule_from_fields(value: Any, line: int | None = None) -> OwnRule:
    """The inverse of `own_rule_to_fields`. Raises StrategyFileError."""
    fields = read_mapping(value, line, "", _RULE)
    require(fields, line, ("verdict", "when"))
    if not fields.keys() & {"es", "en"}:
        raise StrategyFileError(line, "es", "missing")
    at = {name: line_of(fields, name) or line for name in fields}
    return OwnRule(
        verdict=read_one_of(fields, "verdict", limits.VERDICTS, line),
        factor=read_one_of(fields, "factor", limits.OWN_FACTORS, line),
        when=tuple(
            _way(item, getattr(item, "line", at["when"]))
            for item in _some(fields["when"], at["when"], "when", limits.MOST_WAYS)
        ),
        es=_said(fields["es"], at["es"], "es") if "es" in fields else None,
        en=_said(fields["en"], at["en"], "en") if "en" in fields else None,
        despite=_choices(fields, "despite", limits.DESPITE, line),
        clients=read_list(
            fields, "clients", line, most=limits.MOST_CLIENTS, read=read_name
        ),
    )


def _said_to_fields(said: Said) -> dict[str, Any]:
    return {
        "name": said.name,
        "why": said.why,
        "consequences": list(said.consequences),
        "alternatives": list(said.alternatives),
        "reply": said.reply,
    }


def _way_to_fields(way: Way) -> dict[str, Any]:
    return _present(
        {
            "groups": [_heard_to_fields(each) for each in way.groups],
            "within": way.within,
            "apart": way.apart,
            "in_order": "yes" if way.in_order else None,
            "without": _heard_to_fields(way.without),
            "asked": way.asked,
        }
    )


def _heard_to_fields(heard: Heard) -> dict[str, Any]:
    return _present({"words": list(heard.words), "ideas": list(heard.ideas)})


def _present(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in _NOTHING}


def _said(value: Any, line: int | None, name: str) -> Said:
    fields = read_mapping(value, line, name, _SAID)
    require(fields, line, _SAID)
    at = {name: line_of(fields, name) or line for name in _SAID}
    return Said(
        name=read_name(fields["name"], at["name"], "name"),
        why=read_long_text(fields["why"], at["why"], "why"),
        consequences=read_lines(fields["consequences"], at["consequences"], _SAID[2]),
        alternatives=read_lines(fields["alternatives"], at["alternatives"], _SAID[3]),
        reply=read_long_text(fields["reply"], at["reply"], "reply"),
    )


def _way(value: Any, line: int | None) -> Way:
    fields = read_mapping(value, line, "when", _WAY)
    require(fields, line, ("groups",))
    at = line_of(fields, "groups") or line
    groups = _some(fields["groups"], at, "groups", limits.MOST_GROUPS)
    apart = Way(()).apart
    if "apart" in fields:
        at_apart = line_of(fields, "apart") or line
        apart = read_whole(fields["apart"], at_apart, "apart", limits.MOST_APART)
    return Way(
        groups=tuple(
            _heard(item, getattr(item, "line", at), "groups") for item in groups
        ),
        within=read_one_of(fields, "within", limits.WITHIN, line, other="sentence"),
        apart=max(1, apart),
        in_order=read_one_of(fields, "in_order", ("yes", "no"), line, other="no")
        == "yes",
        without=_heard(fields["without"], line_of(fields, "without") or line, "without")
        if "without" in fields
        else Heard(),
        asked=read_one_of(fields, "asked", ("yes", "no"), line, other=""),
    )


def _heard(value: Any, line: int | None, name: str) -> Heard:
    fields = read_mapping(value, line, name, ("words", "ideas"))
    heard = Heard(
        words=read_phrases(fields, "words", line),
        ideas=read_list(fields, "ideas", line, most=limits.MOST_IDEAS, read=read_name),
    )
    if not heard:
        raise StrategyFileError(line, name, "missing")
    return heard


def _some(value: Any, line: int | None, name: str, most: int) -> list[Any]:
    if not isinstance(value, (list, tuple)) or not value:
        raise StrategyFileError(line, name, "not_a_list", f"1 to {most}")
    if len(value) > most:
        raise _too_many(getattr(value[most], "line", line), name, most)
    return list(value)


def _choices(
    fields: Mapping[str, Any], name: str, choices: tuple[str, ...], line: int | None
) -> tuple[str, ...]:
    chosen = read_list(fields, name, line, most=len(choices), read=read_name)
    for each in chosen:
        if each not in choices:
            at = line_of(fields, name) or line
            raise StrategyFileError(at, name, "unknown_choice", ", ".join(choices))
    return chosen


def _too_many(line: int | None, name: str, most: int) -> StrategyFileError:
    return StrategyFileError(line, name, "too_many", f"at most {most}")


_NOTHING: tuple[Any, ...] = (None, "", [], {})
