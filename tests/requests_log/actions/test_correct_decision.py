import pytest

from consultancy.models import Document, LedgerEntry
from requests_log.actions.confirm_in_writing import confirm_in_writing
from requests_log.actions.correct_decision import correct_decision
from requests_log.actions.record_decision import record_decision
from requests_log.errors import AlreadyMoved, MoveRefused
from requests_log.models import ClientRequest, Decision
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


def test_two_tabs_correct_the_same_decision_once(bruno):
    request = make_advised(bruno)
    record_decision(request, answer=answer(), at=NOW)
    other_tab = ClientRequest.objects.get(pk=request.pk)
    correct_decision(request, answer=answer(), reason="Faltaba algo.", at=NOW)
    with pytest.raises(AlreadyMoved):
        correct_decision(other_tab, answer=answer(), reason="Otra cosa.", at=NOW)


def test_a_confirmation_of_another_tab_is_superseded(bruno):
    request = make_advised(bruno)
    record_decision(request, answer=answer("follows"), at=NOW)
    other_tab = ClientRequest.objects.select_related("decision").get(pk=request.pk)
    letter = confirm_in_writing(request, at=NOW)
    right = correct_decision(
        other_tab, answer=answer("withdraws"), reason="Lo entendí mal.", at=NOW
    )
    assert right.document.supersedes == letter


def test_a_correction_of_a_correction_supersedes_the_last(bruno):
    request = make_advised(bruno)
    record_decision(request, answer=answer(), at=NOW)
    outcomes = ["follows", "withdraws", "overrides", "overrides"]
    for outcome in outcomes:
        correct_decision(request, answer=answer(outcome), reason="Mal.", at=NOW)
    numbers = [
        (each.number, each.supersedes and each.supersedes.number)
        for each in Document.objects.order_by("pk")
    ]
    assert numbers == [
        ("2026-0001", None),
        ("2026-0002", "2026-0001"),
        ("2026-0003", "2026-0002"),
        ("2026-0004", "2026-0003"),
        ("2026-0005", "2026-0004"),
    ]
