import pytest

from consultancy.actions.save_contact import ContactData, add_contact, change_contact
from consultancy.errors import EditedMeanwhile, NameTaken
from consultancy.models import LedgerEntry
from consultancy.selectors.clients import main_contact
from tests.people import NOW

EVA = ContactData("Eva Sanz", "socia", "eva@example.com", True, "+34 600 000 000")


def kinds(client):
    entries = LedgerEntry.objects.filter(subject=f"client:{client.pk}")
    return list(entries.order_by("seq").values_list("kind", flat=True))[2:]


@pytest.fixture
def eva(bruno):
    return add_contact(bruno, contact=EVA, is_main=False, at=NOW)


def change(row, *, is_main=False, seen=EVA, **told):
    data = ContactData(**(vars(EVA) | told))
    return change_contact(row, contact=data, seen=vars(seen), is_main=is_main, at=NOW)


def test_another_contact_does_not_take_the_place_of_the_first(bruno, eva):
    assert main_contact(bruno).name == "Bruno Peña"
    assert kinds(bruno) == ["contact_added"]


def test_one_contact_at_a_time_is_the_main_one(bruno, eva):
    change(eva, is_main=True)
    assert main_contact(bruno) == eva
    assert bruno.contacts.filter(is_main=True).count() == 1
    assert kinds(bruno) == ["contact_added", "contact_made_main"]
    change(eva, is_main=True)
    assert len(kinds(bruno)) == 2


def test_a_change_is_entered_with_what_it_was(bruno, eva):
    change(eva, may_decide=False, role="")
    entry = LedgerEntry.objects.order_by("-seq")[0]
    assert entry.kind == "contact_changed"
    assert entry.payload.content == {
        "contact": eva.pk,
        "name": "Eva Sanz",
        "changed": {
            "may_decide": {"was": True, "is": False},
            "role": {"was": "socia", "is": ""},
        },
    }


def test_two_of_one_client_are_not_called_the_same(bruno, eva):
    with pytest.raises(NameTaken, match="Eva Sanz"):
        add_contact(bruno, contact=EVA, is_main=False, at=NOW)
    with pytest.raises(NameTaken, match="Bruno"):
        change(eva, name="BRUNO PENA")


def test_what_two_tabs_both_change_is_told(eva):
    change(eva, phone="1")
    with pytest.raises(EditedMeanwhile) as told:
        change(eva, phone="2")
    assert told.value.clashes == ["phone"]
