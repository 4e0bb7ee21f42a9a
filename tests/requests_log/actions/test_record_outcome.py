from datetime import date
from decimal import Decimal

import pytest

from consultancy.actions.keep_file import Upload, keep_file
from consultancy.errors import FilesGone
from consultancy.models import LedgerEntry
from requests_log.actions.confirm_verdict import confirm_verdict
from requests_log.actions.record_decision import record_decision
from requests_log.actions.record_outcome import Report, record_outcome
from requests_log.errors import MoveRefused
from requests_log.models import Outcome
from tests.people import NOW, answer, make_advised, make_request

REPORT = Report(
    sequel="done_as_asked",
    happened_on=date(2026, 11, 22),
    assessment="wrong",
    words="Vendió el doble.",
    cost=Decimal("12.50"),
    currency="EUR",
)


@pytest.fixture
def decided(bruno):
    request = make_advised(bruno)
    record_decision(request, answer=answer("follows"), at=NOW)
    return request


def test_the_client_may_have_been_right(decided):
    outcome = record_outcome(decided, report=REPORT, at=NOW)
    assert (decided.stage, decided.outcome) == ("closed", outcome)
    assert outcome.stage_before == "followed"
    payload = LedgerEntry.objects.get(kind="record_outcome").payload.content
    assert (payload["assessment"], payload["cost"]) == ("wrong", "12.50")


def test_what_nobody_objected_to_is_done(bruno):
    request = make_request(bruno, "Sube la foto del equipo el jueves")
    confirm_verdict(request, verdict="fine", reason="", own_rule="", at=NOW)
    report = Report(sequel="done_as_asked", happened_on=date(2026, 11, 22))
    record_outcome(request, report=report, at=NOW)
    assert request.stage == "closed"


def test_a_proof_that_is_gone_leaves_everything_as_it_was(decided):
    upload = Upload("a.png", "image/png", b"x")
    proof = keep_file(decided.consultant, upload=upload, at=NOW)
    proof.delete()
    report = Report("not_done", date(2026, 11, 22), "unclear", proofs=(proof,))
    with pytest.raises(FilesGone):
        record_outcome(decided, report=report, at=NOW)
    decided.refresh_from_db()
    assert decided.stage == "followed"
    assert not Outcome.objects.exists()


def test_nothing_came_of_what_is_not_decided(bruno):
    with pytest.raises(MoveRefused):
        record_outcome(make_advised(bruno), report=REPORT, at=NOW)
