"""A ledger whose triggers were taken away still tells on whoever changed it."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection

from consultancy.actions.note_on_client import note_on_client
from consultancy.ledger import triggers
from consultancy.ledger.chain import GENESIS, Anchor, Link
from consultancy.ledger.verify import verify_chain
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


def cut_off(consultant, first):
    """Drop the entries from FIRST on."""
    gone = entries(consultant).filter(seq__gte=first)
    LedgerPayload.objects.filter(entry__in=gone).delete()
    gone.delete()


def fix_head(consultant):
    last = entries(consultant).order_by("-seq")[0]
    LedgerHead.objects.filter(consultant=consultant).update(
        seq=last.seq, hash=last.hash
    )


def forge(consultant, first, **changes):
    """Write every entry from FIRST on anew, as if nothing else had ever been."""
    previous = GENESIS
    for row in entries(consultant).order_by("seq"):
        if row.seq >= first:
            fields = {"kind": row.kind, "at": row.at} | changes
            link = Link(
                chain=str(consultant.public_id),
                seq=row.seq,
                actor=row.actor,
                subject=row.subject,
                commitment=row.commitment,
                previous_hash=previous,
                **fields,
            )
            entries(consultant).filter(pk=row.pk).update(
                previous_hash=previous, hash=link.hash, **fields
            )
            row.hash = link.hash
        previous = row.hash
    fix_head(consultant)


def renumber(consultant, first, by):
    """Move the entries from FIRST on by one place, as they are."""
    rows = entries(consultant).filter(seq__gte=first)
    for row in rows.order_by("-seq" if by > 0 else "seq"):
        entries(consultant).filter(pk=row.pk).update(seq=row.seq + by)


def test_a_tail_cut_off_is_named(unguarded):
    last = entries(unguarded).order_by("-seq")[0].seq
    cut_off(unguarded, last)
    assert first_fault(unguarded) == (last, "cut_off")


def test_an_entry_taken_out_and_the_rest_renumbered_is_named(unguarded):
    LedgerPayload.objects.filter(entry__seq=3).delete()
    entries(unguarded).filter(seq=3).delete()
    renumber(unguarded, 4, -1)
    fix_head(unguarded)
    assert first_fault(unguarded) == (3, "removed")


def test_an_entry_put_in_between_is_named(unguarded):
    renumber(unguarded, 3, +1)
    before, at = entries(unguarded).get(seq=2), NOW
    told = {"kind": "forged", "at": at, "actor": "a", "subject": "s"}
    payload = LedgerPayload.objects.get(entry=before)
    commitment = before.commitment
    link = Link(
        str(unguarded.public_id),
        3,
        commitment=commitment,
        previous_hash=before.hash,
        **told,
    )
    # The database still refuses a fork: whoever forges must get rid of that as well.
    entries(unguarded).filter(seq=4).update(previous_hash="0" * 63 + "1")
    new = LedgerEntry.objects.create(
        consultant=unguarded,
        seq=3,
        commitment=commitment,
        previous_hash=before.hash,
        hash=link.hash,
        **told,
    )
    LedgerPayload.objects.create(entry=new, salt=payload.salt, content=payload.content)
    fix_head(unguarded)
    assert first_fault(unguarded) == (4, "altered")


def test_two_entries_that_changed_places_are_named(unguarded):
    for seq, place in [(2, 99), (3, 2), (99, 3)]:
        entries(unguarded).filter(seq=seq).update(seq=place)
    assert first_fault(unguarded) == (2, "removed")


def test_an_entry_swapped_with_another_practice_is_named(unguarded, nadia):
    ours, theirs = entries(unguarded).get(seq=1), entries(nadia).get(seq=1)
    aside = {"seq": 99, "previous_hash": "f" * 64}
    back = {"seq": 1, "previous_hash": GENESIS}
    for row, place in [
        (ours, aside),
        (theirs, {"consultant": unguarded}),
        (ours, back | {"consultant": nadia}),
    ]:
        LedgerEntry.objects.filter(pk=row.pk).update(**place)
    assert first_fault(unguarded) == (1, "of_another_practice")
    assert first_fault(nadia) == (1, "of_another_practice")


def test_a_ledger_rewritten_whole_needs_an_anchor(unguarded):
    head = LedgerHead.objects.get(consultant=unguarded)
    anchor = Anchor(head.seq, head.hash, "a checkpoint")
    early = Anchor(1, entries(unguarded).get(seq=1).hash, "an early checkpoint")
    forge(unguarded, 2, kind="forged")
    assert first_fault(unguarded) is None
    fault = verify_chain(unguarded, checkpoint=[early, anchor]).fault
    assert (fault.seq, fault.why) == (head.seq, "differs_from_anchor")
    assert (fault.anchor, fault.sound_until) == ("a checkpoint", 1)


def test_a_tail_cut_off_with_its_head_moved_needs_an_anchor(unguarded):
    head = LedgerHead.objects.get(consultant=unguarded)
    cut_off(unguarded, head.seq - 1)
    fix_head(unguarded)
    assert first_fault(unguarded) is None
    anchor = Anchor(head.seq, head.hash, "a checkpoint")
    fault = verify_chain(unguarded, checkpoint=[anchor]).fault
    assert (fault.seq, fault.why) == (head.seq, "older_than_anchor")


def test_a_letter_is_an_anchor_against_a_tail_cut_off(bruno):
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    marta, letter = bruno.consultant, Document.objects.get()
    triggers.remove(connection)
    cut_off(marta, letter.ledger_seq)
    fix_head(marta)
    fault = verify_chain(marta).fault
    triggers.install(connection)
    assert (fault.seq, fault.why) == (letter.ledger_seq, "older_than_anchor")
    assert fault.anchor == "letter 2026-0001"


def test_a_payload_no_ledger_takes_is_named_too(unguarded):
    LedgerPayload.objects.filter(entry__seq=2).update(content={"cost": 1.5})
    assert first_fault(unguarded) == (2, "payload_altered")


def test_a_clock_set_back_is_told_and_breaks_nothing(bruno):
    note_on_client(bruno, text="x", submission=uuid.uuid4(), at=NOW - timedelta(days=1))
    report = verify_chain(bruno.consultant)
    told = entries(bruno.consultant).get(kind="clock_went_back")
    assert report.fault is None
    assert report.clock_went_back == (told.seq,)
    note_on_client(
        bruno, text="y", submission=uuid.uuid4(), at=NOW + timedelta(days=365)
    )
    assert verify_chain(bruno.consultant).clock_went_back == (told.seq,)


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
    report = verify_chain(bruno.consultant)
    assert (report.fault, report.anchors) == (None, 1)
    Document.objects.update(ledger_head="f" * 64)
    assert verify_chain(bruno.consultant).fault.why == "differs_from_anchor"
