"""Recommendation sent, not answered: what was sent how and when, and nothing else."""

from dataclasses import dataclass

from .errors import LetterError
from .letter import Letter
from .parts import Ending, Sending


@dataclass(frozen=True, kw_only=True)
class NotAnswered(Letter):
    """No answer had been recorded when it was issued. `sendings` first to last."""

    ending: Ending
    sendings: tuple[Sending, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.sendings:
            raise LetterError("what was never sent cannot be left unanswered")
