"""Facts asked for in a message, compared with the agreed strategy."""

from collections.abc import Callable, Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts import (
    audience,
    budget,
    cadence,
    channel,
    goal,
    house_decision,
    language,
    lead_time,
    market,
    promotional_share,
    tone,
    topic,
)
from requests_log.triage.facts.breach import Breach
from requests_log.triage.reading import Reading

FACTS: dict[str, Callable[[Reading, Strategy], Iterator[Breach]]] = {
    "audience": audience.broken,
    "budget": budget.broken,
    "cadence": cadence.broken,
    "channel": channel.broken,
    "goal": goal.broken,
    "house_decision": house_decision.broken,
    "language": language.broken,
    "lead_time": lead_time.broken,
    "market": market.broken,
    "promotional_share": promotional_share.broken,
    "tone": tone.broken,
    "topic": topic.broken,
}


def breaches(fact: str, reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Every line of the strategy the message goes against in that fact."""
    return FACTS[fact](reading, strategy)
