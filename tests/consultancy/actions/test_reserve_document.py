from contextlib import suppress
from datetime import UTC, datetime

import pytest
from django.db import transaction

from consultancy.actions.reserve_document import reserve_document
from consultancy.models import Document, LedgerHead, User
from tests.people import NOW, make_client


def reserve(consultant, at=NOW):
    seen = []

    def record(reservation):
        seen.append(reservation)
        return {"number": reservation.number}

    document = reserve_document(
        consultant,
        kind="written_recommendation",
        language="es",
        client=consultant.clients.first() or make_client(consultant),
        subject="request:1",
        record=record,
        at=at,
    )
    return document, seen[0]


def test_the_record_knows_its_number_and_the_ledger_s_head(marta):
    client = make_client(marta)
    head = LedgerHead.objects.get(consultant=marta)
    document, reservation = reserve(marta)
    assert document.record == {"number": "2026-0001"}
    assert (document.client, document.recipient) == (client, client.name)
    assert (reservation.ledger_seq, reservation.ledger_head) == (head.seq, head.hash)


def test_each_practice_counts_for_itself(marta, nadia):
    assert reserve(marta)[0].number == reserve(nadia)[0].number == "2026-0001"


@pytest.mark.parametrize(
    ("zone", "number"),
    [("Europe/Madrid", "2027-0001"), ("America/Mexico_City", "2026-0001")],
)
def test_the_year_is_the_one_of_the_consultant_s_own_clock(marta, zone, number):
    User.objects.update(time_zone=zone)
    marta.user.refresh_from_db()
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert reserve(marta, new_year)[0].number == number


@pytest.mark.django_db(transaction=True)
def test_a_reservation_falls_with_the_decision_it_belongs_to(marta):
    with suppress(RuntimeError), transaction.atomic():
        reserve(marta)
        raise RuntimeError
    assert not Document.objects.exists()
