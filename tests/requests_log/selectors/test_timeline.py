from datetime import timedelta

import pytest

from requests_log.actions.record_decision import record_decision
from requests_log.selectors.timeline import SENTENCES, timeline_of
from requests_log.workflow import Move
from tests.people import NOW, answer, make_advised


def test_every_step_of_a_request_is_on_its_timeline_in_order(bruno):
    request = make_advised(bruno)
    record_decision(request, answer=answer(), at=NOW)
    assert [step.kind for step in timeline_of(request)] == [
        "log_request",
        "confirm_verdict_objection",
        "recommend",
        "decide_overrides",
        "document_reserved",
        "document_issued",
    ]


def test_what_happened_earlier_than_it_was_entered_shows_both(bruno):
    request = make_advised(bruno)
    earlier = NOW - timedelta(hours=3)
    record_decision(request, answer=answer(happened_at=earlier), at=NOW)
    told = {step.kind: step.happened_at for step in timeline_of(request)}
    assert told["decide_overrides"] == earlier
    assert told["recommend"] is None


@pytest.mark.parametrize("move", Move)
def test_every_move_has_its_sentence(move):
    assert move in SENTENCES
