from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import transaction

from consultancy.errors import LedgerOutsideTransaction
from consultancy.ledger.append import CLOCK_WENT_BACK, append
from consultancy.ledger.verify import verify_chain
from consultancy.models import LedgerEntry, LedgerHead
from tests.people import NOW


def enter(consultant, **changes):
    told = {
        "kind": "k",
        "at": NOW,
        "actor": "a",
        "subject": "s",
        "payload": {"said": "olé"},
    }
    return append(consultant, **(told | changes))


def test_an_entry_hangs_on_the_one_before(marta):
    first, second = enter(marta), enter(marta)
    assert (second.seq, second.previous_hash) == (first.seq + 1, first.hash)


def test_the_head_follows(marta):
    entry = enter(marta)
    head = LedgerHead.objects.get(consultant=marta)
    assert (head.seq, head.hash, head.at) == (entry.seq, entry.hash, entry.at)


def test_the_payload_is_kept_apart_with_its_own_salt(marta):
    first, second = enter(marta), enter(marta)
    assert first.payload.content == {"said": "olé"}
    assert bytes(first.payload.salt) != bytes(second.payload.salt)
    assert first.commitment != second.commitment


def test_two_consultants_have_two_chains(marta, nadia):
    enter(marta)
    assert enter(nadia).seq == 2  # after her own practice_opened


def test_a_clock_that_went_back_is_told(marta):
    enter(marta)
    enter(marta, at=NOW - timedelta(days=1))
    kinds = list(LedgerEntry.objects.of(marta).order_by("seq").values_list("kind"))
    assert kinds[-2:] == [(CLOCK_WENT_BACK,), ("k",)]
    assert verify_chain(marta).fault is None


@pytest.mark.django_db(transaction=True)
def test_nothing_is_entered_outside_a_transaction(marta):
    with pytest.raises(LedgerOutsideTransaction):
        enter(marta)


@pytest.mark.django_db(transaction=True)
def test_an_entry_falls_with_the_change_it_tells_of(marta):
    before = LedgerEntry.objects.of(marta).count()
    with suppress(RuntimeError), transaction.atomic():
        enter(marta)
        raise RuntimeError
    assert LedgerEntry.objects.of(marta).count() == before
