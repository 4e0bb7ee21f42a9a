"""The voice asked for, against the agreed tone."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.reading import Reading

_AGAINST: dict[tuple[str, str], tuple[str, ...]] = {
    ("humour", "no"): ("wants_humour", "wants_swearing"),
    ("humour", "yes"): ("wants_no_humour",),
    ("emoji", "none"): ("wants_emoji",),
    ("emoji", "few"): ("wants_emoji",),
    ("emoji", "many"): ("wants_no_emoji",),
    ("address", "usted"): ("wants_tu",),
    ("address", "tu"): ("wants_usted",),
    ("register", "formal"): ("wants_informal", "wants_swearing"),
    ("register", "neutral"): ("wants_formal", "wants_swearing", "wants_slang"),
    ("register", "informal"): ("wants_formal",),
}


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """A register, an address, emoji or humour other than those agreed."""
    for part, value in strategy.tone.__dict__.items():
        wanted = _AGAINST.get((part, value or ""), ())
        for place in reading.of(*wanted) if wanted else ():
            yield Breach((place,), "tone", f"{part}: {value}")
