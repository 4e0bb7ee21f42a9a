import pytest
from django.db import IntegrityError, transaction

from consultancy.actions.save_client import ClientData, ContactData, change_client
from consultancy.models import LedgerEntry
from tests.people import NOW, make_client

ANA = ContactData("Ana Belda", "dueña", "", True)


def test_a_client_comes_with_the_contact_who_speaks_for_him(bruno):
    contact = bruno.contacts.get()
    assert (contact.name, contact.may_decide) == ("Bruno Peña", True)


def test_a_change_keeps_one_contact_and_is_entered(bruno):
    data = ClientData("Ferretería Ana", "ferretería", "en", "usted")
    change_client(bruno, client=data, contact=ANA, at=NOW)
    assert bruno.contacts.get().name == "Ana Belda"
    entry = LedgerEntry.objects.of(bruno.consultant).order_by("-seq")[0]
    assert entry.kind == "client_changed"
    assert entry.payload.content["client"]["name"] == "Ferretería Ana"


def test_a_name_is_used_once_in_a_practice_and_again_in_another(bruno, nadia):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_client(bruno.consultant)
    assert make_client(nadia).name == bruno.name
