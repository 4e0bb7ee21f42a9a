"""What triage costs, beside the same concepts sought rule by rule with `re`."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

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
from requests_log.triage.rulebook import Rulebook, load_rulebook
from tests.bench._alternations import alternations, found_by_rule

SEEDS = Path(__file__).parents[2] / "seeds"
ROUNDS = 3
LONG_TEXT = 20_000
JOINED = 8
MOST_WORDS = 120
FEW = 40
Result = TypeVar("Result")


def main() -> None:
    """Print processor milliseconds, and the ratio to the same by alternations."""
    load, rulebook = _timed(lambda: load_rulebook(SEEDS))
    messages = list(_messages(rulebook))
    first = sorted(_judged(rulebook, message) for message in messages)
    times = sorted(_best(rulebook, message) for message in messages)
    long = (" ".join(messages) * 2)[:LONG_TEXT]
    print(f"rulebook loaded, first time   {load:9.1f} ms   (bar 400)")
    print(f"message, median of {len(times):5d}      {statistics.median(times):9.2f} ms")
    print(f"message, p99                  {times[len(times) * 99 // 100]:9.2f} ms")
    print(f"message, p99, words unseen    {first[len(first) * 99 // 100]:9.2f} ms")
    print(f"{LONG_TEXT:,} characters             {_best(rulebook, long):9.1f} ms")
    few = messages[:: max(1, len(messages) // FEW)]
    _lay_over(rulebook, few)
    _compare(rulebook, few)


def _lay_over(rulebook: Rulebook, messages: Sequence[str]) -> None:
    """Print what own rules cost: to compile, and beside the shipped ones."""
    plain = sum(_best(rulebook, message) for message in messages)
    for count in (1, MOST_RULES):
        own = [OwnVersion(f"own-{number}", 1, _own(number)) for number in range(count)]
        took, book = _timed(partial(with_own, rulebook, own))
        more = sum(_best(book, message) for message in messages) - plain
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


def _compare(rulebook: Rulebook, messages: Sequence[str]) -> None:
    patterns = alternations(SEEDS / "lexicon", rulebook)
    ours = sum(_best(rulebook, message) for message in messages)
    theirs = sum(
        _timed(partial(found_by_rule, message, patterns))[0] for message in messages
    )
    print(f"alternations, rule by rule    {theirs / len(messages):9.2f} ms a message")
    print(f"ratio, alternations to triage {theirs / ours:9.1f}")


def _messages(rulebook: Rulebook) -> Iterator[str]:
    """The rules' own examples: alone, and several in one longer message."""
    texts = [example.text for rule in rulebook.rules for example in rule.examples]
    yield from texts
    for first in range(0, len(texts), JOINED):
        yield " ".join(" ".join(texts[first : first + JOINED]).split()[:MOST_WORDS])


def _best(rulebook: Rulebook, text: str) -> float:
    return min(_judged(rulebook, text) for _ in range(ROUNDS))


def _judged(rulebook: Rulebook, text: str) -> float:
    strategy = rulebook.rule("house_decision").example_strategy
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
