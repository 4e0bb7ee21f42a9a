"""The labelled messages points are fitted from, as the engine reads them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from consultancy.strategy_file import Strategy, read_strategies
from requests_log.triage.engine import triage
from requests_log.triage.points import NO_POINTS
from requests_log.triage.reading import read
from requests_log.triage.rulebook import Rulebook
from requests_log.triage.signs import signs
from requests_log.triage.weighing import said_by_rules

DATA = Path(__file__).parents[1] / "data"
FOLDER = DATA / "messages"
OURS = "ours"
OURS_TOO = (
    *sorted(DATA.glob("*_messages.jsonl")),
    *sorted((DATA.parent / "triage").glob("*_messages.jsonl")),
)


@dataclass(frozen=True)
class Labelled:
    """A message and its label; `unread` when no rule was written from it."""

    writer: str
    text: str
    strategy: Strategy | None
    days: int | None
    label: str
    reasons: tuple[str, ...]
    unread: bool


@dataclass(frozen=True)
class Message(Labelled):
    """What is heard in it besides: its signs, what the rules said, how many words."""

    signs: frozenset[str]
    said: tuple[str, ...]
    words: int


def writers() -> list[str]:
    """Return who wrote messages, by the names of the files."""
    return sorted(path.stem for path in FOLDER.glob("writer_*.jsonl"))


def messages(rulebook: Rulebook) -> Iterator[Message]:
    """Return every message to fit from, and what the rules were written by."""
    bare = replace(rulebook, points=NO_POINTS)
    for writer in writers():
        for labelled in labelled_by(writer):
            yield _heard(labelled, bare)
    for rule in rulebook.rules:
        for each in rule.examples:
            code = rule.code if each.fires else None
            case = {"text": each.text, "wanted_in_days": each.wanted_in_days}
            yield _ours(case, code, rule.example_strategy, bare)
    clients = _clients(sorted(DATA.rglob("*.yaml")))
    for path in OURS_TOO:
        for case in map(json.loads, path.read_text("utf-8").splitlines()):
            code = case.get("code") or next(iter(case.get("reasons", ())), None)
            client = clients.get(case.get("client") or case.get("profile"))
            yield _ours(case, code, client, bare)


def labelled_by(writer: str) -> Iterator[Labelled]:
    """Return the messages of one file, with the clients beside it."""
    strategies = _clients([FOLDER / f"{writer}_clients.yaml"])
    for line in (FOLDER / f"{writer}.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        yield _labelled(writer, case, strategies[case["profile"]])


def _clients(paths: Iterable[Path]) -> dict[str, Strategy]:
    texts = (path.read_text("utf-8") for path in paths)
    return {each.id: each for text in texts for each in read_strategies(text)}


def _ours(case, code, strategy, rulebook):
    label = rulebook.rule(code).verdict if code else "fine"
    told = {"label": label, "reasons": [code] if code else [], "written_from": True}
    return _heard(_labelled(OURS, case | told, strategy), rulebook)


def _labelled(writer, case, strategy):
    return Labelled(
        writer=writer,
        text=case["text"],
        strategy=strategy,
        days=case.get("wanted_in_days"),
        label=case["label"],
        reasons=tuple(case["reasons"]),
        unread=not case.get("written_from", False),
    )


def _heard(labelled, rulebook):
    text, strategy, days = labelled.text, labelled.strategy, labelled.days
    reading = read(text, rulebook.lexicon, rulebook.tongues, wanted_in_days=days)
    told = triage(text, strategy=strategy, wanted_in_days=days, rulebook=rulebook)
    return Message(
        **vars(labelled),
        signs=frozenset(signs(reading, strategy)),
        said=tuple(said_by_rules(told.findings, told.set_aside)),
        words=len(reading.text.words),
    )
