"""Between the editor's fields and the rule they write."""

from collections.abc import Mapping, Sequence
from typing import Any

from requests_log.triage import own_rule as limits
from requests_log.triage.own_rule import Heard, OwnRule, Said, Way

from .own_rule_fields import SAID

LANGUAGES = ("es", "en")
WAYS = range(1, limits.MOST_WAYS + 1)
GROUPS = range(1, limits.MOST_GROUPS + 1)
# Stands for what is not written yet while a rule is only tried.
UNWRITTEN = Said("…", "…", ("…",), ("…",), "…")


def ways_of(data: Mapping[str, Any]) -> tuple[Way, ...]:
    """Return the ways that listen for anything."""
    ways = (_way(data, number) for number in WAYS)
    return tuple(way for way in ways if way.groups)


def rule_of_form(
    data: Mapping[str, Any], *, clients: Sequence[str], unwritten: Said | None = None
) -> OwnRule:
    """Return the rule of cleaned DATA; UNWRITTEN stands where nothing is said."""
    said = {language: _said(data, language) for language in LANGUAGES}
    return OwnRule(
        verdict=data.get("verdict") or limits.VERDICTS[1],
        factor=data.get("factor") or limits.OWN_FACTORS[0],
        when=ways_of(data),
        es=said["es"] or (None if said["en"] else unwritten),
        en=said["en"],
        despite=tuple(data.get("despite") or ()),
        clients=tuple(clients),
    )


def initial_of(rule: OwnRule) -> dict[str, Any]:
    """Return what the fields hold for a rule; the clients are left out."""
    values: dict[str, Any] = {
        "verdict": rule.verdict,
        "factor": rule.factor,
        "despite": list(rule.despite),
    }
    for language in LANGUAGES:
        said = rule.es if language == "es" else rule.en
        if said:
            values |= {f"{name}_{language}": getattr(said, name) for name in SAID}
    for number, way in zip(WAYS, rule.when, strict=False):
        values |= initial_of_way(way, number)
    return values


def initial_of_way(way: Way, number: int) -> dict[str, Any]:
    """Return what the fields of the way of that NUMBER hold."""
    named = {str(at): group for at, group in zip(GROUPS, way.groups, strict=False)}
    values: dict[str, Any] = {
        "within": way.within,
        "apart": way.apart,
        "order": "yes" if way.in_order else "no",
        "asked": way.asked,
    }
    for group, heard in {**named, "none": way.without}.items():
        values |= {f"words_{group}": heard.words, f"ideas_{group}": list(heard.ideas)}
    return {f"way{number}_{name}": value for name, value in values.items()}


def _way(data: Mapping[str, Any], number: int) -> Way:
    way = f"way{number}_"
    groups = (_heard(data, way, str(group)) for group in GROUPS)
    return Way(
        groups=tuple(group for group in groups if group),
        within=data.get(f"{way}within") or "sentence",
        apart=data.get(f"{way}apart") or limits.Way(()).apart,
        in_order=data.get(f"{way}order") == "yes",
        without=_heard(data, way, "none"),
        asked=data.get(f"{way}asked") or "",
    )


def _heard(data: Mapping[str, Any], way: str, group: str) -> Heard:
    words = data.get(f"{way}words_{group}") or ()
    ideas = data.get(f"{way}ideas_{group}") or ()
    return Heard(tuple(words), tuple(ideas))


def _said(data: Mapping[str, Any], language: str) -> Said | None:
    values = {name: data.get(f"{name}_{language}") for name in SAID}
    if not all(values.values()):
        return None
    lists = {name: tuple(values[name] or ()) for name in SAID[2:4]}
    return Said(**values | lists)  # type: ignore[arg-type]
