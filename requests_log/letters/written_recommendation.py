"""The written recommendation: the client goes ahead against the advice."""

from dataclasses import dataclass

from .errors import LetterError
from .letter import Letter
from .parts import Decision, Ending


@dataclass(frozen=True, kw_only=True)
class WrittenRecommendation(Letter):
    """An override. Raises LetterError where it would contradict itself."""

    ending: Ending
    decision: Decision

    def __post_init__(self) -> None:
        super().__post_init__()
        if self._has_ticks() and not self._may_have_ticks():
            raise LetterError("only a client on his page ticks what he takes on")

    def _has_ticks(self) -> bool:
        return any(each.ticked for each in self.advice.consequences)

    def _may_have_ticks(self) -> bool:
        by_himself = not self.decision.recorded_by
        return by_himself and self.ending is Ending.OFF_STRATEGY
