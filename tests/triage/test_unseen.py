"""What the rules make of messages written apart from them; see data/unseen/README.md.

Bounds are what has been reached, less a little: they keep a change from undoing it.
The aim is 0.90 on the batches nobody has read.
"""

import json
from pathlib import Path

import pytest

from consultancy.strategy_file import read_strategies
from requests_log.triage.engine import triage
from requests_log.triage.findings import VERDICTS

FOLDER = Path(__file__).parents[1] / "data" / "unseen"
REACHED = {
    ("batch1", "profiles"): 0.94,
    ("batch2", "profiles"): 0.69,
    ("batch3", "profiles"): 0.72,
    ("dev_a", "profiles_a"): 0.88,
    ("dev_b", "profiles_b"): 0.74,
}


def macro_f1(pairs):
    """Return the mean over the verdicts of F1, from (wanted, given) pairs."""
    scores = []
    for verdict in VERDICTS:
        hit = sum(wanted == given == verdict for wanted, given in pairs)
        told = sum(verdict in pair for pair in pairs)
        scores.append(2 * hit / (told + hit) if hit else 0.0)
    return sum(scores) / len(scores)


@pytest.mark.parametrize(("batch", "profiles"), REACHED)
def test_what_has_been_reached_is_kept(batch, profiles, rulebook):
    clients = (FOLDER / f"{profiles}.yaml").read_text("utf-8")
    strategies = {each.id: each for each in read_strategies(clients)}
    lines = (FOLDER / f"{batch}.jsonl").read_text("utf-8").splitlines()
    pairs = [
        (
            case["label"],
            triage(
                case["text"],
                strategy=strategies[case["profile"]],
                wanted_in_days=case["wanted_in_days"],
                rulebook=rulebook,
            ).verdict,
        )
        for case in map(json.loads, lines)
    ]
    assert macro_f1(pairs) >= REACHED[batch, profiles]


def test_the_measure_is_right():
    pairs = [("fine", "fine"), ("fine", "bad_practice"), ("bad_practice", "fine")]
    assert macro_f1(pairs) == pytest.approx((0 + 0 + 0.5) / 3)
