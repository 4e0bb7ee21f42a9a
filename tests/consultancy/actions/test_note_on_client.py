import uuid

from consultancy.actions.note_on_client import note_on_client
from consultancy.models import LedgerEntry
from tests.people import NOW, make_client

FORM = uuid.uuid4()


def test_a_note_is_kept_and_entered(bruno):
    note = note_on_client(bruno, text="Paga tarde.", submission=FORM, at=NOW)
    entry = LedgerEntry.objects.order_by("-seq")[0]
    assert (entry.kind, entry.subject) == ("client_note_added", f"client:{bruno.pk}")
    assert entry.payload.content == {"note": note.pk, "text": "Paga tarde."}


def test_one_form_sent_twice_is_one_note(bruno):
    first = note_on_client(bruno, text="Paga tarde.", submission=FORM, at=NOW)
    entries = LedgerEntry.objects.count()
    assert note_on_client(bruno, text="x", submission=FORM, at=NOW) == first
    assert LedgerEntry.objects.count() == entries


def test_a_form_s_number_says_nothing_of_another_client(bruno, nadia):
    note_on_client(bruno, text="Paga tarde.", submission=FORM, at=NOW)
    other = note_on_client(make_client(nadia), text="x", submission=FORM, at=NOW)
    assert other.text == "x"
