import pytest

from consultancy.actions.contact_leaves import (
    mark_contact_left,
    mark_contact_returned,
    remove_contact,
)
from consultancy.actions.save_contact import ContactData, add_contact
from consultancy.models import Contact, LedgerEntry
from consultancy.selectors.clients import main_contact
from consultancy.selectors.contacts import present_contacts
from tests.people import NOW


@pytest.fixture
def eva(bruno):
    data = ContactData("Eva Sanz", "socia", "", True)
    return add_contact(bruno, contact=data, is_main=False, at=NOW)


def leave(contact, successor=None):
    mark_contact_left(contact, on=NOW.date(), successor=successor, at=NOW)


def entered():
    return LedgerEntry.objects.order_by("-seq").values_list("kind", flat=True)


def test_who_left_stays_and_is_offered_no_more(bruno, eva):
    leave(eva)
    assert list(present_contacts(bruno)) == [main_contact(bruno)]
    eva.refresh_from_db()
    assert eva.left_on == NOW.date()


def test_the_main_contact_hands_over(bruno, eva):
    leave(main_contact(bruno), successor=eva)
    assert main_contact(bruno) == eva
    assert list(entered()[:2]) == ["contact_made_main", "contact_left"]


def test_leaving_twice_is_leaving_once(bruno, eva):
    leave(eva)
    count = entered().count()
    leave(Contact.objects.get(pk=eva.pk))
    assert entered().count() == count


def test_alone_the_one_who_comes_back_speaks_for_the_client(bruno):
    contact = main_contact(bruno)
    leave(contact)
    assert main_contact(bruno) is None
    mark_contact_returned(contact, at=NOW)
    mark_contact_returned(contact, at=NOW)
    assert main_contact(bruno) == contact
    assert list(entered()[:2]) == ["contact_made_main", "contact_returned"]


def test_who_comes_back_takes_nobody_s_place(bruno, eva):
    contact = main_contact(bruno)
    leave(contact, successor=eva)
    mark_contact_returned(contact, at=NOW)
    assert main_contact(bruno) == eva


def test_a_removed_contact_is_told_of_in_the_ledger(bruno, eva):
    remove_contact(eva, successor=None, at=NOW)
    assert bruno.contacts.count() == 1
    entry = LedgerEntry.objects.order_by("-seq")[0]
    assert entry.kind == "contact_removed"
    assert entry.payload.content["name"] == "Eva Sanz"
