"""The whole table, as design has it: every move from every stage, by everybody."""

import itertools

import pytest

from requests_log.errors import MoveRefused
from requests_log.workflow import (
    MOVES,
    Move,
    Stage,
    Who,
    ensure_allowed,
    is_allowed,
    moves_from,
)

ALLOWED = {
    (Move.SPLIT, Stage.LOGGED, Who.CONSULTANT),
    (Move.CLEAR, Stage.LOGGED, Who.CONSULTANT),
    (Move.OBJECT, Stage.LOGGED, Who.CONSULTANT),
    (Move.RECOMMEND, Stage.OBJECTED, Who.CONSULTANT),
    (Move.RECOMMEND, Stage.ADVISED, Who.CONSULTANT),
    (Move.SEND, Stage.ADVISED, Who.CONSULTANT),
    *itertools.product(
        (Move.FOLLOW, Move.WITHDRAW, Move.OVERRIDE),
        (Stage.ADVISED, Stage.UNANSWERED),
        (Who.CONSULTANT, Who.CLIENT),
    ),
    *itertools.product(
        (Move.DROP,),
        (
            Stage.LOGGED,
            Stage.CLEARED,
            Stage.OBJECTED,
            Stage.ADVISED,
            Stage.UNANSWERED,
        ),
        (Who.CONSULTANT,),
    ),
}
TARGETS = {
    Move.LOG_REQUEST: Stage.LOGGED,
    Move.SPLIT: None,
    Move.CLEAR: Stage.CLEARED,
    Move.OBJECT: Stage.OBJECTED,
    Move.RECOMMEND: Stage.ADVISED,
    Move.SEND: None,
    Move.FOLLOW: Stage.FOLLOWED,
    Move.WITHDRAW: Stage.WITHDRAWN,
    Move.OVERRIDE: Stage.OVERRIDDEN,
    Move.DROP: Stage.DROPPED,
}


@pytest.mark.parametrize(
    ("move", "stage", "who"), list(itertools.product(Move, Stage, Who)), ids=str
)
def test_a_move_is_allowed_exactly_where_the_table_says(move, stage, who):
    assert is_allowed(move, stage=stage, who=who) == ((move, stage, who) in ALLOWED)


@pytest.mark.parametrize("move", Move)
def test_a_move_leads_where_the_table_says(move):
    assert MOVES[move].target == TARGETS[move]


def test_a_refusal_names_the_move_and_the_stage():
    with pytest.raises(MoveRefused) as refused:
        ensure_allowed(Move.DROP, stage=Stage.OVERRIDDEN, who=Who.CONSULTANT)
    assert (refused.value.move, refused.value.stage) == ("drop", "overridden")


@pytest.mark.parametrize("stage", [Stage.FOLLOWED, Stage.OVERRIDDEN, Stage.DROPPED])
def test_after_the_end_nothing_moves(stage):
    assert moves_from(stage, who=Who.CONSULTANT) == ()
