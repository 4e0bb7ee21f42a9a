"""The voice asked for, against the agreed tone."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.hits import Range
from requests_log.triage.reading import Reading

_AGAINST: dict[tuple[str, str], tuple[str, ...]] = {
    ("humour", "no"): ("wants_humour", "wants_swearing"),
    ("humour", "yes"): ("wants_no_humour",),
    ("emoji", "none"): ("wants_emoji", "one_emoji"),
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
        for place in _wanted(reading, wanted):
            if reading.around(place, "only_for_us"):
                continue
            yield Breach((place,), "tone", f"{part}: {value}")


_SAMPLES = {
    "wants_informal": "sample_slang",
    "wants_slang": "sample_slang",
    "wants_tu": "sample_tu",
    "wants_usted": "sample_usted",
}
_ACTS = ("publish", "make", "suggest", "house_act")


def _wanted(reading: Reading, concepts: tuple[str, ...]) -> Iterator[Range]:
    if not concepts:
        return
    yield from reading.of(*concepts)
    for sample in sorted({_SAMPLES[name] for name in concepts if name in _SAMPLES}):
        yield from (place for place in reading.of(sample) if _sampled(reading, place))
    if "wants_emoji" in concepts:
        for place in reading.of("emoji"):
            if reading.near(place, "plenty", words=3):
                yield place


def _sampled(reading: Reading, place: Range) -> bool:
    """Whether it stands in a text given between quotes, to be published."""
    start = reading.text.starts[place[0]]
    before = reading.text.source[:start]
    quoted = before.count('"') % 2 or before.count("“") > before.count("”")
    quoted = quoted or before.count("«") > before.count("»")
    if not quoted or reading.around(place, "reply"):
        return False
    return reading.around(place, *_ACTS) is not None


def touched(reading: Reading, strategy: Strategy) -> Iterator[str]:
    """What the message wants that goes against the tone."""
    for part, value in strategy.tone.__dict__.items():
        for concept in _AGAINST.get((part, value or ""), ()):
            if reading.of(concept):
                yield "tone_against"
                yield concept


def line(reading: Reading, strategy: Strategy) -> tuple[str, str] | None:
    """The part of the tone the message goes against; else the first agreed."""
    agreed = {part: value for part, value in strategy.tone.__dict__.items() if value}
    against = (
        part
        for part, value in agreed.items()
        if any(reading.of(concept) for concept in _AGAINST.get((part, value), ()))
    )
    part = next(against, next(iter(agreed), None))
    return ("tone", f"{part}: {agreed[part]}") if part else None
