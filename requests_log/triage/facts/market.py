"""Places to sell or advertise in, against the agreed markets."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.reading import Reading

MARKETS = tuple(
    "ES PT UK IE FR DE IT US CA MX AR CO CL PE UY BR NL BE CH AT SE NO DK FI PL JP CN "
    "IN AU AE MA EU LATAM WORLD".split()
)
_INSIDE = {"GB": "UK"}
_ACTS = ("advertise", "target", "expand", "sell_there")


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Countries outside the agreed markets that the request would address."""
    agreed = {_INSIDE.get(market, market) for market in strategy.markets}
    for code in MARKETS:
        if code in agreed or not agreed:
            continue
        for place in reading.of(f"market_{code.lower()}"):
            act = reading.near(place, *_ACTS, words=14)
            if act:
                yield Breach((place, act), "markets", ", ".join(strategy.markets))
