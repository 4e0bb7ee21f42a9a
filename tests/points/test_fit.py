"""Points come out of messages as they should: on a handful of made-up ones."""

import numpy as np

from requests_log.triage.likeliest import ALWAYS
from tests.points.fit import RulesWeights, fit, rules_weigh, to_points
from tests.points.messages import Labelled, Message


def message(label, *signs, reasons=(), said=("r:fine",)):
    shown = frozenset(f"w:{sign}" for sign in signs)
    told = Labelled("a", "", None, None, label, reasons, unread=True)
    return Message(**vars(told), signs=shown, said=said, words=30)


MESSAGES = [
    *[message("fine", "foto", "gracias")] * 90,
    *[message("bad_practice", "compra", "foto", reasons=("spam",))] * 90,
    *[message("bad_practice", "roba", "foto", reasons=("copyright",))] * 90,
    *[message("bad_practice", "pelea", "foto", reasons=("harassment",))] * 90,
    *[message("off_strategy", "memes", "foto", reasons=("tone",))] * 90,
    *[message("off_strategy", "mañana", "foto", reasons=("lead_time",))] * 90,
    *[message("off_strategy", "francos", "foto", reasons=("language",))] * 90,
]


def test_a_sign_speaks_for_the_verdict_and_the_code_it_came_with():
    rules = RulesWeights(1.0, {"r:fine": np.array([-0.25, -0.5])})
    rows = to_points(fit(MESSAGES), rules).rows
    bad, off, codes = rows["w:compra"]
    assert bad > max(0, off)
    assert max(codes, key=lambda pair: pair[1])[0] == "spam"
    assert max(rows["w:gracias"][:2]) < 0
    assert rows["w:mañana"][1] > rows["w:mañana"][0]
    assert rows["r:fine"] == (-25, -50, ())
    assert ALWAYS in rows


def test_doubts_are_not_decided_for_the_strategy():
    weights = fit(MESSAGES)
    bad, off, _ = to_points(weights, RulesWeights(2.0, {})).rows[ALWAYS]
    assert bad == round(200 * weights.base[0] + 10)
    assert off == round(200 * weights.base[1] - 60)


def test_rules_that_are_right_weigh_for_what_they_say():
    right = [
        message("bad_practice", said=("r:bad_practice",)),
        message("off_strategy", said=("r:off_strategy",)),
        message("fine", said=("r:fine",)),
    ]
    said = rules_weigh(right * 20, np.zeros((60, 2))).said
    assert said["r:bad_practice"][0] > max(0, said["r:bad_practice"][1])
    assert said["r:off_strategy"][1] > max(0, said["r:off_strategy"][0])
    assert max(said["r:fine"]) < 0


def test_a_sign_seen_once_is_left_out():
    once = [*MESSAGES, message("fine", "hapax")]
    assert "w:hapax" not in fit(once).vocabulary
