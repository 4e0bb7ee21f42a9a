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

DECIDED = (Stage.FOLLOWED, Stage.WITHDRAWN, Stage.OVERRIDDEN)
CLIENT_TOO = (Who.CONSULTANT, Who.CLIENT)
ALONE = (Who.CONSULTANT,)
# Move -> from which stages, by whom, and where it leads (None: nowhere else).
TABLE = {
    Move.LOG_REQUEST: ((), ALONE, Stage.LOGGED),
    Move.SPLIT: ((Stage.LOGGED,), ALONE, None),
    Move.CLEAR: ((Stage.LOGGED, Stage.OBJECTED), ALONE, Stage.CLEARED),
    Move.OBJECT: ((Stage.LOGGED, Stage.CLEARED), ALONE, Stage.OBJECTED),
    Move.RECOMMEND: ((Stage.OBJECTED, Stage.ADVISED), ALONE, Stage.ADVISED),
    Move.SEND: ((Stage.ADVISED,), ALONE, None),
    Move.ASK: ((Stage.ADVISED, Stage.UNANSWERED), CLIENT_TOO, Stage.ADVISED),
    Move.PROPOSE: ((Stage.ADVISED, Stage.UNANSWERED), CLIENT_TOO, Stage.ADVISED),
    Move.FOLLOW: ((Stage.ADVISED, Stage.UNANSWERED), CLIENT_TOO, Stage.FOLLOWED),
    Move.WITHDRAW: ((Stage.ADVISED, Stage.UNANSWERED), CLIENT_TOO, Stage.WITHDRAWN),
    Move.OVERRIDE: ((Stage.ADVISED, Stage.UNANSWERED), CLIENT_TOO, Stage.OVERRIDDEN),
    Move.CLOSE_UNANSWERED: (
        (Stage.ADVISED,),
        (Who.CONSULTANT, Who.CLOCK),
        Stage.UNANSWERED,
    ),
    Move.CORRECT_TO_FOLLOWS: (DECIDED, ALONE, Stage.FOLLOWED),
    Move.CORRECT_TO_WITHDRAWS: (DECIDED, ALONE, Stage.WITHDRAWN),
    Move.CORRECT_TO_OVERRIDES: (DECIDED, ALONE, Stage.OVERRIDDEN),
    Move.CONFIRM_IN_WRITING: ((Stage.FOLLOWED, Stage.WITHDRAWN), ALONE, None),
    Move.RECORD_OUTCOME: (
        (*DECIDED, Stage.CLEARED, Stage.UNANSWERED),
        ALONE,
        Stage.CLOSED,
    ),
    Move.DROP: (
        (
            Stage.LOGGED,
            Stage.CLEARED,
            Stage.OBJECTED,
            Stage.ADVISED,
            Stage.UNANSWERED,
        ),
        ALONE,
        Stage.DROPPED,
    ),
    Move.REOPEN: ((Stage.CLOSED, Stage.DROPPED), ALONE, None),
}


def test_the_table_has_every_move():
    assert set(TABLE) == set(Move) == set(MOVES)


@pytest.mark.parametrize(
    ("move", "stage", "who"), list(itertools.product(Move, Stage, Who)), ids=str
)
def test_a_move_is_allowed_exactly_where_the_table_says(move, stage, who):
    stages, people, _target = TABLE[move]
    assert is_allowed(move, stage=stage, who=who) == (stage in stages and who in people)


@pytest.mark.parametrize("move", Move)
def test_a_move_leads_where_the_table_says(move):
    assert MOVES[move].target == TABLE[move][2]


def test_a_refusal_names_the_move_and_the_stage():
    with pytest.raises(MoveRefused) as refused:
        ensure_allowed(Move.DROP, stage=Stage.OVERRIDDEN, who=Who.CONSULTANT)
    assert (refused.value.move, refused.value.stage) == ("drop", "overridden")


@pytest.mark.parametrize("stage", [Stage.CLOSED, Stage.DROPPED])
def test_after_the_end_there_is_only_the_way_back(stage):
    assert moves_from(stage, who=Who.CONSULTANT) == (Move.REOPEN,)
