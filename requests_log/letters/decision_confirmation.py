"""The confirmation of a decision that goes with the advice, or withdraws."""

from dataclasses import dataclass

from .letter import Letter
from .parts import Decision, Settlement


@dataclass(frozen=True, kw_only=True)
class DecisionConfirmation(Letter):
    """The client follows (`alternative` is the one he chose, if any) or withdraws."""

    settlement: Settlement
    decision: Decision
    alternative: str = ""
