"""What a letter costs, rendered and signed, beside other ways to a PDF.

Each is warm; its processor time, with that of its child processes, and the time one
waits for it. None but ours is PDF/A-3a and PDF/UA-1, carries its record, or is signed;
typst and reportlab set the words alone, without the letter's look.
"""

import logging
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from consultancy.paper.render import render, warm_up
from consultancy.paper.sign import sign
from requests_log.letters.context import render_job
from tests.bench._typesetters import typesetters
from tests.consultancy.paper.pages import NOW, make_keys
from tests.requests_log.letters.samples import make_letter

BAR = 450  # ms of processor time, for two pages
ROUNDS = 8
TICK = 1000 / os.sysconf("SC_CLK_TCK")  # ms


@dataclass(frozen=True)
class Cost:
    """Milliseconds: of the processor on average, of waiting in the median."""

    processor: float
    wait: float
    size: int  # bytes


def main() -> None:
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    job = render_job(make_letter())
    key = make_keys().consultant
    warm_up()
    ours = measured(lambda: sign(render(job), key=key, reason="Carta", at=NOW))
    print(f"{'':28} processor      wait      size   ratio to WeasyPrint alone")
    with typesetters(job) as others:
        costs = {name: act and measured(act) for name, act in others.items()}
    plain = costs["WeasyPrint alone"]
    for name, cost in {"rendered and signed": ours, **costs}.items():
        print(f"{name:28} {line(cost, plain) if cost else 'not installed'}")
    verdict = "within" if ours.processor <= BAR else "over"
    print(f"bar: {BAR} ms of processor for two pages; {verdict}")


def line(cost: Cost, plain: Cost) -> str:
    ratio = cost.processor / plain.processor
    size = cost.size / 1000
    return f"{cost.processor:6.0f} ms {cost.wait:6.0f} ms {size:6.0f} kB   {ratio:5.2f}"


def measured(act: Callable[[], bytes]) -> Cost:
    """Return what one of many runs costs, the first two left out."""
    size = max(len(act()) for _warm in range(2))
    waits, before = [], processor()
    for _round in range(ROUNDS):
        start = time.perf_counter()
        act()
        waits.append((time.perf_counter() - start) * 1000)
    return Cost((processor() - before) / ROUNDS, statistics.median(waits), size)


def processor() -> float:
    """Return the milliseconds spent by this process and all below it."""
    below: dict[int, list[int]] = {}
    spent = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it ended while we looked
            continue
        number = int(stat.parent.name)
        below.setdefault(int(words[1]), []).append(number)
        spent[number] = sum(map(int, words[11:15]))
    family = [os.getpid()]
    for number in family:
        family += below.get(number, [])
    return TICK * sum(spent[number] for number in family)


if __name__ == "__main__":
    main()
