"""./go points: fit the points anew, tell how they do on writers they do not know."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from requests_log.triage.points import NAME, write_points
from requests_log.triage.rulebook import load_rulebook
from tests.points.fit import fit, rules_weigh, to_points
from tests.points.measure import measure
from tests.points.messages import messages, writers

SEEDS = Path(__file__).parents[2] / "seeds"


def main() -> None:
    """Write seeds/points.tsv, and print what leaving out each writer in turn gives."""
    rulebook = load_rulebook(SEEDS)
    known = list(messages(rulebook))
    without, sums, unread = {}, [], []
    for writer in writers():
        without[writer] = fit([each for each in known if each.writer != writer])
        own = [each for each in known if each.writer == writer and each.unread]
        unread += own
        if own:
            sums.append(without[writer].sums(own))
    rules = rules_weigh(unread, np.vstack(sums))
    for writer, weights in without.items():
        points = to_points(weights, rules)
        own = [each for each in known if each.writer == writer and each.unread]
        if own:
            told = measure(own, replace(rulebook, points=points))
            print(f"{writer}, left out: {len(own):4d} messages  {told}", flush=True)
    points = to_points(fit(known), rules)
    (SEEDS / NAME).write_text(write_points(points), "utf-8")
    print(f"{len(points.rows)} signs written")


if __name__ == "__main__":
    main()
