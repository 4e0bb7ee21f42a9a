from datetime import timedelta

import pytest

from consultancy.models import Document
from consultancy.paper.errors import RenderError
from consultancy.selectors.documents import CLAIM_LASTS
from requests_log.actions.record_decision import record_decision
from requests_log.actions.run_due import run_due
from tests.people import NOW, answer, make_advised


@pytest.fixture
def pending(bruno, monkeypatch):
    """A letter that could not be written at the decision."""

    def broken(*_args, **_kwargs):
        raise RenderError(RenderError.MEMORY)

    with monkeypatch.context() as context:
        context.setattr("consultancy.actions.issue_document.render", broken)
        return record_decision(make_advised(bruno), answer=answer(), at=NOW).document


def test_a_pending_letter_is_written(pending):
    assert run_due(now=NOW).written == 1


def test_running_again_finds_nothing_to_do(pending):
    run_due(now=NOW)
    done = run_due(now=NOW)
    assert (done.written, done.waiting) == (0, 0)


def test_a_letter_somebody_is_writing_is_left_to_him(pending):
    Document.objects.update(claimed_at=NOW)
    assert run_due(now=NOW).written == 0


def test_a_claim_of_somebody_who_died_runs_out(pending):
    Document.objects.update(claimed_at=NOW)
    later = NOW + CLAIM_LASTS + timedelta(seconds=1)
    assert run_due(now=later).written == 1
