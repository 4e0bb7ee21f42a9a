"""A ledger whose triggers were taken away still tells on whoever changed it."""

import pytest
from django.db import connection

from consultancy.ledger import triggers
from consultancy.ledger.verify import verify_anchors, verify_chain
from consultancy.models import Document, LedgerEntry, LedgerHead, LedgerPayload
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def unguarded(bruno):
    """Bruno's client after some steps, the triggers gone: as the owner could do."""
    make_advised(bruno, "Cómprame 5.000 seguidores, que no se note")
    triggers.remove(connection)
    yield bruno.consultant
    triggers.install(connection)


def first_fault(consultant):
    fault = verify_chain(consultant).fault
    return (fault.seq, fault.why) if fault else None


def entries(consultant):
    return LedgerEntry.objects.of(consultant)


def test_a_ledger_nobody_touched_holds(unguarded):
    report = verify_chain(unguarded)
    assert report.fault is None
    assert report.entries == entries(unguarded).count()


def test_an_altered_entry_is_named(unguarded):
    entries(unguarded).filter(seq=3).update(kind="forged")
    assert first_fault(unguarded) == (3, "altered")


def test_an_altered_payload_is_named(unguarded):
    LedgerPayload.objects.filter(entry__seq=2).update(content={"name": "otra"})
    assert first_fault(unguarded) == (2, "payload_altered")


def test_a_payload_that_is_gone_is_named(unguarded):
    LedgerPayload.objects.filter(entry__seq=2).delete()
    assert first_fault(unguarded) == (2, "payload_missing")


def test_an_entry_gone_from_the_middle_is_named(unguarded):
    LedgerPayload.objects.filter(entry__seq=3).delete()
    entries(unguarded).filter(seq=3).delete()
    assert first_fault(unguarded) == (3, "missing")


def test_a_tail_cut_off_is_named(unguarded):
    last = entries(unguarded).order_by("-seq")[0].seq
    LedgerPayload.objects.filter(entry__seq=last).delete()
    entries(unguarded).filter(seq=last).delete()
    assert first_fault(unguarded) == (last, "missing")


def test_a_head_moved_back_is_named(unguarded):
    LedgerHead.objects.filter(consultant=unguarded).update(seq=1, hash="0" * 64)
    last = entries(unguarded).order_by("-seq")[0].seq
    assert first_fault(unguarded) == (last, "head_differs")


def test_an_entry_of_another_chain_does_not_fit(unguarded, nadia):
    stolen = entries(unguarded).get(seq=1)
    entries(nadia).filter(seq=1).update(
        hash=stolen.hash, commitment=stolen.commitment, at=stolen.at
    )
    assert first_fault(nadia) == (1, "altered")


def test_a_document_that_prints_another_head_is_an_anchor(bruno):
    request = make_advised(bruno)
    record_decision(request, answer=answer(), at=NOW)
    assert verify_anchors(bruno.consultant) is None
    Document.objects.update(ledger_head="f" * 64)
    fault = verify_anchors(bruno.consultant)
    assert fault.why == "differs_from_document"
