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
GROUPS = 6


def main() -> None:
    """Write seeds/points.tsv, and print how it does on writers it does not know."""
    rulebook = load_rulebook(SEEDS)
    known = list(messages(rulebook))
    fitted, sums, unread = [], [], []
    for group in groups():
        fitted.append(fit([each for each in known if each.writer not in group]))
        own = [each for each in known if each.writer in group and each.unread]
        unread += own
        sums.append(fitted[-1].sums(own))
    rules = rules_weigh(unread, np.vstack(sums))
    for group, weights in zip(groups(), fitted, strict=True):
        book = replace(rulebook, points=to_points(weights, rules))
        for writer in group:
            own = [each for each in known if each.writer == writer and each.unread]
            if own:
                told = measure(own, book)
                print(f"{writer}, left out: {len(own):4d} messages  {told}", flush=True)
    points = to_points(fit(known), rules)
    (SEEDS / NAME).write_text(write_points(points), "utf-8")
    print(f"{len(points.rows)} signs written")


def groups() -> list[list[str]]:
    """Return the writers in groups; each is left out once, with all of its group."""
    names = writers()
    return [names[first::GROUPS] for first in range(GROUPS)]


if __name__ == "__main__":
    main()
