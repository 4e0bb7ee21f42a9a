from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consultancy.models import Contact
from consultancy.selectors.clients import strategy_in_force
from consultancy.web.agreement import AgreementForm, ProofForm
from tests.people import NOW

TODAY = date(2026, 11, 22)
WHOLE = {"agreed_on": "2026-11-20", "agreed_how": "call", "agreed_by": "Bruno Peña"}


def form(client, data, **files):
    filled = AgreementForm(data, files, client=client, today=TODAY)
    filled.hold_files(at=NOW)
    return filled


def acta():
    return SimpleUploadedFile("acta.pdf", b"%PDF-1.7")


def test_told_whole_it_is_an_agreement(bruno):
    filled = form(bruno, WHOLE | {"proof_note": "Minuto 12."}, uploads=acta())
    assert filled.is_valid(), filled.errors
    agreement = filled.agreement()
    assert (agreement.on, agreement.how) == (date(2026, 11, 20), "call")
    assert (agreement.by, agreement.note) == ("Bruno Peña", "Minuto 12.")
    assert [file.name for file in agreement.files] == ["acta.pdf"]


def test_told_not_at_all_it_is_only_noted(bruno):
    filled = form(bruno, {})
    assert filled.is_valid()
    assert filled.agreement().on is None


@pytest.mark.parametrize("missing", WHOLE)
def test_half_an_agreement_says_what_is_missing(bruno, missing):
    half = {field: value for field, value in WHOLE.items() if field != missing}
    assert list(form(bruno, half).errors) == [missing]


def test_a_file_that_proves_nothing_told_is_asked_about_and_held(bruno):
    filled = form(bruno, {}, uploads=acta())
    assert set(filled.errors) == set(WHOLE)
    assert [file.name for file in filled.held_files] == ["acta.pdf"]


@pytest.mark.parametrize(
    "day", [str(TODAY + timedelta(days=1)), "9999-12-31", "0001-01-01", "1926-03-03"]
)
def test_a_day_that_cannot_be_is_refused(bruno, day):
    assert list(form(bruno, WHOLE | {"agreed_on": day}).errors) == ["agreed_on"]


@pytest.mark.parametrize("day", [str(TODAY), "2024-02-29"])
def test_a_day_that_was_is_taken(bruno, day):
    assert form(bruno, WHOLE | {"agreed_on": day}).is_valid()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("agreed_on", "ayer"),
        ("agreed_how", "telepathy"),
        ("agreed_by", "Bruno\u202ePeña"),
        ("agreed_by", "B" * 121),
        ("proof_note", "a\x00b"),
    ],
)
def test_a_hostile_value_is_said_beside_its_field(bruno, field, value):
    assert list(form(bruno, WHOLE | {field: value}).errors) == [field]


def test_who_may_decide_is_offered(bruno):
    Contact.objects.create(client=bruno, name="Lucía", may_decide=False)
    offered = form(bruno, {}).deciders
    assert [contact.name for contact in offered] == ["Bruno Peña"]


def test_an_agreement_that_stands_asks_for_its_proof_alone(bruno):
    version = strategy_in_force(bruno)
    asked = ProofForm({}, version=version, today=TODAY)
    assert {"agreed_on", "agreed_by", "agreed_how"}.isdisjoint(asked.fields)
    assert list(asked.errors) == ["uploads"]


def test_a_version_that_was_only_noted_asks_for_all_of_it(bruno):
    version = strategy_in_force(bruno)
    version.agreed_on, version.agreed_by, version.agreed_how = None, "", None
    asked = ProofForm({}, version=version, today=TODAY)
    assert set(asked.errors) == set(WHOLE)
    assert ProofForm(WHOLE, version=version, today=TODAY).is_valid()
