"""What triage costs, beside the same concepts sought rule by rule with `re`."""

import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from consultancy.strategy_file import Strategy, read_strategies
from requests_log.selectors.rulebook import rulebook as loaded_rulebook
from requests_log.triage.engine import triage
from requests_log.triage.own_rule import (
    MOST_GROUPS,
    MOST_PHRASES,
    MOST_RULES,
    Heard,
    OwnRule,
    Said,
    Way,
)
from requests_log.triage.own_rulebook import OwnVersion, with_own
from requests_log.triage.rulebook import Rulebook
from tests.bench._alternations import alternations, found_by_rule

SEEDS = Path(__file__).parents[2] / "seeds"
MESSAGES = Path(__file__).parents[1] / "data" / "messages"
WRITERS = ("writer_ag", "writer_x")
ROUNDS = 3
LONG_TEXT = 20_000
JOINED = 8
MOST_WORDS = 120
FEW = 40
Asked = tuple[str, Strategy | None]
Result = TypeVar("Result")


def main() -> None:
    """Print processor milliseconds, and the ratio to the same by alternations."""
    load, rulebook = _timed(loaded_rulebook)
    asked = [each for writer in WRITERS for each in _written_by(writer)]
    examples = list(_examples(rulebook))
    first = sorted(_judged(rulebook, *each) for each in asked)
    times = sorted(_best(rulebook, *each) for each in asked)
    long = (" ".join(examples) * 2)[:LONG_TEXT]
    agreed = rulebook.rule("house_decision").example_strategy
    print(f"rulebook loaded, first time   {load:9.1f} ms   (bar 400)")
    print(f"message, median of {len(times):5d}      {_median(times):9.2f} ms   (bar 1)")
    print(f"message, p99                  {_p99(times):9.2f} ms   (bar 5)")
    print(f"message, median, words unseen {_median(first):9.2f} ms")
    print(f"message, p99, words unseen    {_p99(first):9.2f} ms")
    took = _best(rulebook, long, agreed)
    print(f"{LONG_TEXT:,} characters             {took:9.1f} ms   (bar 60)")
    few = [(text, agreed) for text in examples[:: max(1, len(examples) // FEW)]]
    _lay_over(rulebook, few)
    _compare(rulebook, few)


def _written_by(writer: str) -> Iterator[Asked]:
    """The messages of at most MOST_WORDS, each with what was agreed with its client."""
    agreed = (MESSAGES / f"{writer}_clients.yaml").read_text("utf-8")
    strategies = {each.id: each for each in read_strategies(agreed)}
    for line in (MESSAGES / f"{writer}.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        if len(case["text"].split()) <= MOST_WORDS:
            yield case["text"], strategies[case["profile"]]


def _median(times: Sequence[float]) -> float:
    return statistics.median(times)


def _p99(times: Sequence[float]) -> float:
    return times[len(times) * 99 // 100]


def _lay_over(rulebook: Rulebook, messages: Sequence[Asked]) -> None:
    """Print what own rules cost: to compile, and beside the shipped ones."""
    plain = sum(_best(rulebook, *each) for each in messages)
    for count in (1, MOST_RULES):
        own = [OwnVersion(f"own-{number}", 1, _own(number)) for number in range(count)]
        took, book = _timed(partial(with_own, rulebook, own))
        more = sum(_best(book, *each) for each in messages) - plain
        each = 1000 * more / len(messages)
        print(
            f"{count:2d} own rules: compiled {took:6.1f} ms, a message {each:+7.0f} us"
        )


def _own(number: int) -> OwnRule:
    """Return a rule with as many words as a rule may have, none of them met."""
    groups = tuple(
        Heard(tuple(f"rareza{number}x{group}x{word}" for word in range(MOST_PHRASES)))
        for group in range(MOST_GROUPS)
    )
    said = Said("Nada de eso", "Porque no.", ("Nada.",), ("Otra cosa.",), "No.")
    return OwnRule("off_strategy", "experience", (Way(groups),), es=said)


def _compare(rulebook: Rulebook, messages: Sequence[Asked]) -> None:
    patterns = alternations(SEEDS / "lexicon", rulebook)
    ours = sum(_best(rulebook, *each) for each in messages)
    theirs = sum(
        _timed(partial(found_by_rule, text, patterns))[0] for text, _ in messages
    )
    print(f"alternations, rule by rule    {theirs / len(messages):9.2f} ms a message")
    print(f"ratio, alternations to triage {theirs / ours:9.1f}")


def _examples(rulebook: Rulebook) -> Iterator[str]:
    """The rules' own: alone, and several in one longer message."""
    texts = [example.text for rule in rulebook.rules for example in rule.examples]
    yield from texts
    for first in range(0, len(texts), JOINED):
        yield " ".join(" ".join(texts[first : first + JOINED]).split()[:MOST_WORDS])


def _best(rulebook: Rulebook, text: str, strategy: Strategy | None) -> float:
    return min(_judged(rulebook, text, strategy) for _ in range(ROUNDS))


def _judged(rulebook: Rulebook, text: str, strategy: Strategy | None) -> float:
    judge = partial(
        triage, text, strategy=strategy, wanted_in_days=None, rulebook=rulebook
    )
    return _timed(judge)[0]


def _timed(act: Callable[[], Result]) -> tuple[float, Result]:
    started = time.process_time()
    result = act()
    return 1000 * (time.process_time() - started), result


if __name__ == "__main__":
    main()
