"""Places to sell or advertise in, against the agreed markets."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.hits import Range
from requests_log.triage.reading import Reading

MARKETS = tuple(
    "ES PT UK IE FR DE IT US CA MX AR CO CL PE UY BR NL BE CH AT SE NO DK FI PL JP CN "
    "IN AU AE MA VE EC BO PY CR PA DO PR GT NZ ZA GR TR RU KR IL EU LATAM WORLD".split()
)
_CONCEPTS = tuple(f"market_{code.lower()}" for code in MARKETS)
_INSIDE = {"GB": "UK"}
_ACTS = ("advertise", "aim_at", "expand", "sell_there", "market_act")
_DESPITE = frozenset({"clean_up"})


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Countries outside the agreed markets that the request would address."""
    agreed = {_INSIDE.get(market, market) for market in strategy.markets}
    if not agreed or not reading.of(*_CONCEPTS):
        return
    line = ", ".join(strategy.markets)
    for code in MARKETS:
        if code in agreed:
            continue
        for place in reading.of(f"market_{code.lower()}"):
            acts = _ACTS if not _only_asks(reading, place) else ("advertise",)
            act = reading.near(place, *acts, words=14) or _there(reading, place)
            if act:
                yield Breach((place, act), "markets", line, _DESPITE)


def _only_asks(reading: Reading, place: Range) -> bool:
    """Whether somebody from there asks or comes, and nobody is addressed there."""
    return reading.near(place, "asks_or_comes", words=6) is not None


def _there(reading: Reading, place: Range) -> Range | None:
    """The act of a sentence beside it that is to be done "there"."""
    there = reading.around(place, "there")
    return reading.near(there, *_ACTS, words=14) if there else None


def touched(reading: Reading, strategy: Strategy) -> Iterator[str]:
    """Whether a country is named that is none of the markets."""
    agreed = {_INSIDE.get(market, market) for market in strategy.markets}
    named = agreed and reading.of(*_CONCEPTS)
    if named and any(
        code not in agreed and reading.of(f"market_{code.lower()}") for code in MARKETS
    ):
        yield "market_out"


def line(_reading: Reading, strategy: Strategy) -> tuple[str, str] | None:
    """The markets agreed."""
    markets = ", ".join(strategy.markets)
    return ("markets", markets) if markets else None
