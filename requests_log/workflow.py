"""The whole journey of a request: stages, moves, who may make them. Pure.

Nothing else in the project says which move is allowed at which stage.
"""

from dataclasses import dataclass
from enum import StrEnum

from .errors import MoveRefused


class Stage(StrEnum):
    LOGGED = "logged"
    CLEARED = "cleared"
    OBJECTED = "objected"
    ADVISED = "advised"
    UNANSWERED = "unanswered"
    FOLLOWED = "followed"
    WITHDRAWN = "withdrawn"
    OVERRIDDEN = "overridden"
    CLOSED = "closed"
    DROPPED = "dropped"


class Move(StrEnum):
    LOG_REQUEST = "log_request"
    SPLIT = "split_request"
    CLEAR = "confirm_verdict_fine"
    OBJECT = "confirm_verdict_objection"
    RECOMMEND = "recommend"
    SEND = "send"
    ASK = "ask"
    PROPOSE = "propose"
    FOLLOW = "decide_follows"
    WITHDRAW = "decide_withdraws"
    OVERRIDE = "decide_overrides"
    CLOSE_UNANSWERED = "close_unanswered"
    CORRECT_TO_FOLLOWS = "correct_to_follows"
    CORRECT_TO_WITHDRAWS = "correct_to_withdraws"
    CORRECT_TO_OVERRIDES = "correct_to_overrides"
    CONFIRM_IN_WRITING = "confirm_in_writing"
    RECORD_OUTCOME = "record_outcome"
    DROP = "drop"
    REOPEN = "reopen"


class Who(StrEnum):
    CONSULTANT = "consultant"
    CLIENT = "client"
    CLOCK = "clock"


@dataclass(frozen=True)
class Rule:
    """Who may make a move, from which stages, and where it leads.

    `target` is None where the request stays at its stage, and for REOPEN, which leads
    back to where the request was.
    """

    who: frozenset[Who]
    sources: frozenset[Stage]
    target: Stage | None


CONSULTANT = frozenset({Who.CONSULTANT})
DECIDERS = frozenset({Who.CLIENT, Who.CONSULTANT})
UNDECIDED = frozenset({Stage.ADVISED, Stage.UNANSWERED})
DECIDED = frozenset({Stage.FOLLOWED, Stage.WITHDRAWN, Stage.OVERRIDDEN})
# What still asks something of the consultant or the client.
OPEN = (Stage.LOGGED, Stage.OBJECTED, Stage.ADVISED, Stage.CLEARED)
BEFORE_A_DECISION = frozenset(
    {Stage.LOGGED, Stage.CLEARED, Stage.OBJECTED, Stage.ADVISED, Stage.UNANSWERED}
)

MOVES: dict[Move, Rule] = {
    Move.LOG_REQUEST: Rule(CONSULTANT, frozenset(), Stage.LOGGED),
    Move.SPLIT: Rule(CONSULTANT, frozenset({Stage.LOGGED}), None),
    Move.CLEAR: Rule(
        CONSULTANT, frozenset({Stage.LOGGED, Stage.OBJECTED}), Stage.CLEARED
    ),
    Move.OBJECT: Rule(
        CONSULTANT, frozenset({Stage.LOGGED, Stage.CLEARED}), Stage.OBJECTED
    ),
    Move.RECOMMEND: Rule(
        CONSULTANT, frozenset({Stage.OBJECTED, Stage.ADVISED}), Stage.ADVISED
    ),
    Move.SEND: Rule(CONSULTANT, frozenset({Stage.ADVISED}), None),
    Move.ASK: Rule(DECIDERS, UNDECIDED, Stage.ADVISED),
    Move.PROPOSE: Rule(DECIDERS, UNDECIDED, Stage.ADVISED),
    Move.FOLLOW: Rule(DECIDERS, UNDECIDED, Stage.FOLLOWED),
    Move.WITHDRAW: Rule(DECIDERS, UNDECIDED, Stage.WITHDRAWN),
    Move.OVERRIDE: Rule(DECIDERS, UNDECIDED, Stage.OVERRIDDEN),
    Move.CLOSE_UNANSWERED: Rule(
        frozenset({Who.CONSULTANT, Who.CLOCK}),
        frozenset({Stage.ADVISED}),
        Stage.UNANSWERED,
    ),
    Move.CORRECT_TO_FOLLOWS: Rule(CONSULTANT, DECIDED, Stage.FOLLOWED),
    Move.CORRECT_TO_WITHDRAWS: Rule(CONSULTANT, DECIDED, Stage.WITHDRAWN),
    Move.CORRECT_TO_OVERRIDES: Rule(CONSULTANT, DECIDED, Stage.OVERRIDDEN),
    Move.CONFIRM_IN_WRITING: Rule(
        CONSULTANT, frozenset({Stage.FOLLOWED, Stage.WITHDRAWN}), None
    ),
    Move.RECORD_OUTCOME: Rule(
        CONSULTANT,
        DECIDED | {Stage.CLEARED, Stage.UNANSWERED},
        Stage.CLOSED,
    ),
    Move.DROP: Rule(CONSULTANT, BEFORE_A_DECISION, Stage.DROPPED),
    Move.REOPEN: Rule(CONSULTANT, frozenset({Stage.CLOSED, Stage.DROPPED}), None),
}


def is_allowed(move: Move, *, stage: Stage, who: Who) -> bool:
    """Say whether WHO may make MOVE on a request at STAGE."""
    rule = MOVES[move]
    return who in rule.who and stage in rule.sources


def ensure_allowed(move: Move, *, stage: Stage, who: Who) -> None:
    """Raise MoveRefused unless WHO may make MOVE on a request at STAGE."""
    if not is_allowed(move, stage=stage, who=who):
        raise MoveRefused(move, stage)


def moves_from(stage: Stage, *, who: Who) -> tuple[Move, ...]:
    """Return what WHO may do with a request at STAGE, in the order of the journey."""
    return tuple(move for move in MOVES if is_allowed(move, stage=stage, who=who))
