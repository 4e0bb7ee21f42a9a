import pytest

from consultancy.models import Document, LedgerEntry
from requests_log.actions.correct_decision import correct_decision
from requests_log.actions.record_decision import record_decision
from requests_log.errors import MoveRefused
from requests_log.models import Decision
from tests.people import NOW, answer, make_advised

WHY = "Lo anoté al revés: dijo que lo dejaba."


@pytest.fixture
def overridden(bruno):
    request = make_advised(bruno)
    record_decision(request, answer=answer(), at=NOW)
    return request


@pytest.mark.parametrize(
    ("outcome", "stage", "kind"),
    [
        ("follows", "followed", "decision_confirmation"),
        ("withdraws", "withdrawn", "decision_confirmation"),
        ("overrides", "overridden", "written_recommendation"),
    ],
)
def test_the_right_decision_has_a_letter_that_supersedes_the_wrong_one(
    overridden, outcome, stage, kind
):
    right = correct_decision(overridden, answer=answer(outcome), reason=WHY, at=NOW)
    letter = Document.objects.get(pk=right.document_id)
    assert overridden.stage == stage
    assert overridden.decision == right
    assert (letter.kind, letter.number, letter.status) == (kind, "2026-0002", "issued")
    assert letter.supersedes.number == "2026-0001"
    assert letter.record["supersedes"] == "2026-0001"
    assert letter.record["why_superseded"] == WHY


def test_the_wrong_one_stays_as_it_was(overridden):
    wrong = Document.objects.get()
    record, file = wrong.record, wrong.files.get().sha256
    correct_decision(overridden, answer=answer("follows"), reason=WHY, at=NOW)
    wrong.refresh_from_db()
    assert (wrong.record, wrong.files.get().sha256) == (record, file)
    assert Decision.objects.get(document=wrong).correction == overridden.decision
    payload = LedgerEntry.objects.get(kind="correct_to_follows").payload.content
    assert (payload["instead_of"], payload["reason"]) == ("overrides", WHY)


def test_where_no_letter_was_none_is_superseded(bruno):
    request = make_advised(bruno)
    record_decision(request, answer=answer("follows"), at=NOW)
    correct_decision(request, answer=answer("withdraws"), reason=WHY, at=NOW)
    assert not Document.objects.exists()
    right = correct_decision(request, answer=answer(), reason=WHY, at=NOW)
    assert right.document.supersedes is None
    assert Decision.objects.count() == 3


def test_nothing_is_corrected_before_it_is_decided(bruno):
    request = make_advised(bruno)
    with pytest.raises(MoveRefused):
        correct_decision(request, answer=answer(), reason=WHY, at=NOW)
