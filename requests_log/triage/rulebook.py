"""The catalogue in memory: rules, lexicon and one fingerprint of both."""

import gc
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from consultancy.careful_yaml import Value
from requests_log.triage.conditions import Condition
from requests_log.triage.hits import Hits
from requests_log.triage.ideas import Ideas, load_ideas
from requests_log.triage.languages import Tongues
from requests_log.triage.lexicon import Lexicon
from requests_log.triage.lexicon_file import read_lexicon
from requests_log.triage.points import NAME, NO_POINTS, Points, load_points
from requests_log.triage.rule_file import Rule, read_rule
from requests_log.triage.rule_values import RuleFileError, read_document

__all__ = ["Condition", "Rule", "RuleFileError", "Rulebook", "load_rulebook"]


@dataclass(frozen=True)
class Rulebook:
    """Compiled rules in order of code; load it once and keep it.

    A consultant's own rules stand behind them, with the words they listen for.
    """

    rules: tuple[Rule, ...]
    lexicon: Lexicon
    tongues: Tongues
    fingerprint: str
    ideas: Ideas = field(default_factory=dict)
    own_words: Lexicon | None = None
    points: Points = NO_POINTS

    def rule(self, code: str) -> Rule:
        """The rule of that code. Raises KeyError."""
        for rule in self.rules:
            if rule.code == code:
                return rule
        raise KeyError(code)

    def heard(self, hits: Hits) -> dict[str, list[Condition]]:
        """The conditions that a text may meet, by the code of their rule."""
        awake = {at for each in hits.heard() for at in self._listening.get(each, ())}
        heard: dict[str, list[Condition]] = {}
        for code, condition in (self._conditions[at] for at in sorted(awake)):
            if condition.is_heard(hits):
                heard.setdefault(code, []).append(condition)
        return heard

    @cached_property
    def _conditions(self) -> list[tuple[str, Condition]]:
        return [(rule.code, each) for rule in self.rules for each in rule.when]

    @cached_property
    def _listening(self) -> dict[int, list[int]]:
        """Where the conditions stand that wait for a concept."""
        listening: dict[int, list[int]] = {}
        for at, (_, condition) in enumerate(self._conditions):
            for concept in condition.rarest:
                listening.setdefault(concept, []).append(at)
        return listening


def load_rulebook(folder: Path) -> Rulebook:
    """Read `folder`/lexicon, `folder`/rules and the ideas. Raises RuleFileError."""
    with _nothing_thrown_away():
        return _load(folder)


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Without looking for garbage: all that loading makes is kept."""
    looking, frozen = gc.isenabled(), gc.get_freeze_count()
    gc.disable()
    try:
        yield
    finally:
        if not frozen:
            # Puts all of it with the oldest objects; as the youngest it would be gone
            # through at the very next allocation, which takes a third of the loading.
            gc.freeze()
            gc.unfreeze()
        if looking:
            gc.enable()


def _load(folder: Path) -> Rulebook:
    lexicon_files = sorted((folder / "lexicon").glob("*.yaml"))
    rule_files = sorted((folder / "rules").glob("*/*.yaml"))
    documents = {path: read_document(path) for path in (*lexicon_files, *rule_files)}
    lexicon, tongues = read_lexicon({path: documents[path] for path in lexicon_files})
    rules = [read_rule(path, documents[path], lexicon) for path in rule_files]
    _refuse_repeated(rules, rule_files)
    if not tongues.small_words:
        raise RuleFileError("lexicon/small_words.yaml", None, "", "a file of that name")
    if not rule_files:
        raise RuleFileError("rules", None, "", "a folder with rules in it")
    rules.sort(key=lambda rule: rule.code)
    ideas, points = load_ideas(folder, lexicon), load_points(folder)
    fingerprint = _fingerprint(documents, points)
    return Rulebook(
        tuple(rules), lexicon, tongues, fingerprint, ideas=ideas, points=points
    )


def _refuse_repeated(rules: list[Rule], paths: list[Path]) -> None:
    seen: set[str] = set()
    for rule, path in zip(rules, paths, strict=True):
        if rule.code in seen:
            raise RuleFileError(path.name, 1, "code", "a code used by one file only")
        seen.add(rule.code)


def _fingerprint(documents: Mapping[Path, Value], points: Points) -> str:
    content: dict[str, object] = {
        f"{path.parent.name}/{path.name}": document
        for path, document in documents.items()
    }
    content[NAME] = points.digest
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()
