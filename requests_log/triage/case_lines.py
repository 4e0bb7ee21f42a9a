"""Cases in and answers out, one JSON line each."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from consultancy.strategy_file import Strategy
from requests_log.triage.engine import triage
from requests_log.triage.findings import Finding, SetAside, Triage
from requests_log.triage.rulebook import Rulebook


class CaseLineError(Exception):
    """A line that is no case: its number and what is wrong with it."""

    def __init__(self, number: int, problem: str) -> None:
        super().__init__(f"line {number}: {problem}")
        self.number = number
        self.problem = problem


@dataclass(frozen=True)
class Case:
    id: str
    text: str
    profile: str | None
    wanted_in_days: int | None


def answers(
    lines: Iterable[str], strategies: Mapping[str, Strategy], rulebook: Rulebook
) -> Iterator[str]:
    """One JSON answer a case, in order; blank lines count but give none."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            case = _case(number, line)
            if case.profile is not None and case.profile not in strategies:
                raise CaseLineError(number, f"unknown profile {case.profile!r}")
            answer = triage(
                case.text,
                strategy=strategies.get(case.profile or ""),
                wanted_in_days=case.wanted_in_days,
                rulebook=rulebook,
            )
            yield json.dumps(answer_fields(case.id, case.text, answer))


def answer_fields(case_id: str, text: str, answer: Triage) -> dict[str, Any]:
    """JSON-safe fields of an answer, each finding quoting the text."""
    return {
        "id": case_id,
        "verdict": answer.verdict,
        "reasons": list(dict.fromkeys(found.rule for found in answer.findings)),
        "findings": [_finding(found, text) for found in answer.findings],
        "set_aside": [_set_aside(aside, text) for aside in answer.set_aside],
        "language": answer.language,
        "rulebook": answer.rulebook_fingerprint,
    }


def _finding(found: Finding, text: str) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "rule": found.rule,
        "verdict": found.verdict,
        "spans": [[span.start, span.end] for span in found.spans],
        "quote": [text[span.start : span.end] for span in found.spans],
    }
    if found.strategy_field is not None:
        fields["strategy"] = {found.strategy_field: found.strategy_line}
    return fields


def _set_aside(aside: SetAside, text: str) -> dict[str, Any]:
    span = aside.cue_span
    return {
        "rule": aside.finding.rule,
        "cue": aside.cue,
        "quote": text[span.start : span.end] if span else None,
    }


def _case(number: int, line: str) -> Case:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise CaseLineError(number, "not JSON") from error
    if not isinstance(fields, dict):
        raise CaseLineError(number, "not an object")
    for name in ("id", "text"):
        if not isinstance(fields.get(name), str):
            raise CaseLineError(number, f"{name} must be text")
    profile, days = fields.get("profile"), fields.get("wanted_in_days")
    if profile is not None and not isinstance(profile, str):
        raise CaseLineError(number, "profile must be text or null")
    whole = isinstance(days, int) and not isinstance(days, bool)
    if days is not None and not whole:
        raise CaseLineError(number, "wanted_in_days must be a whole number or null")
    return Case(fields["id"], fields["text"], profile, days)
