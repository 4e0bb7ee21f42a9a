import pytest

from consultancy.actions.save_client import ClientData, change_client
from consultancy.errors import EditedMeanwhile, InstallationReadOnly, NameTaken
from consultancy.models import Client, LedgerEntry
from tests.people import NOW, make_client

BEFORE = {
    "name": "Ferretería Bruno",
    "sector": "ferretería",
    "language": "es",
    "address_form": "tu",
}


def change(client, **told):
    """Change a form that was drawn when the client was still as BEFORE."""
    data = ClientData(**(BEFORE | told))
    return change_client(client, client=data, seen=BEFORE, at=NOW)


def last_entry(consultant):
    return LedgerEntry.objects.of(consultant).order_by("-seq")[0]


def test_a_client_comes_with_the_contact_who_speaks_for_him(bruno):
    contact = bruno.contacts.get()
    assert (contact.name, contact.may_decide) == ("Bruno Peña", True)
    assert contact.is_main


def test_a_change_is_entered_with_what_it_was(bruno):
    assert change(bruno, name="Ferretería Ana") == {}
    entry = last_entry(bruno.consultant)
    assert (entry.kind, entry.subject) == ("client_changed", f"client:{bruno.pk}")
    assert entry.payload.content == {
        "changed": {"name": {"was": "Ferretería Bruno", "is": "Ferretería Ana"}}
    }


def test_saving_what_is_there_enters_nothing(bruno):
    before = last_entry(bruno.consultant).seq
    change(bruno)
    assert last_entry(bruno.consultant).seq == before


@pytest.mark.parametrize(
    "name",
    [
        "Ferretería Bruno",
        "FERRETERIA BRUNO",
        "Ferretería  Bruno ",
        "Ferreteri\u0301a Bruno",
        "Ｆerretería Bruno",
    ],
)
def test_a_name_is_used_once_however_it_is_written(bruno, name):
    with pytest.raises(NameTaken, match="Ferretería Bruno"):
        make_client(bruno.consultant, name)
    assert Client.objects.count() == 1


def test_a_name_is_used_again_in_another_practice(bruno, nadia):
    assert make_client(nadia).name == bruno.name


def test_a_change_may_not_take_another_s_name_but_keep_its_own(bruno):
    other = make_client(bruno.consultant, "Horno Ana")
    with pytest.raises(NameTaken):
        change(bruno, name="horno ana")
    change(bruno, name="FERRETERÍA BRUNO")
    bruno.refresh_from_db()
    assert (bruno.name, other.name) == ("FERRETERÍA BRUNO", "Horno Ana")


def test_what_two_tabs_change_apart_is_all_kept(bruno):
    change(bruno, sector="bricolaje")
    assert change(bruno, language="en") == {"sector": "bricolaje"}
    bruno.refresh_from_db()
    assert (bruno.sector, bruno.language) == ("bricolaje", "en")


def test_what_two_tabs_both_change_is_told_and_nothing_is_stored(bruno):
    change(bruno, sector="bricolaje")
    with pytest.raises(EditedMeanwhile) as told:
        change(bruno, sector="jardín", language="en")
    assert told.value.clashes == ["sector"]
    assert told.value.stored["sector"] == "bricolaje"
    bruno.refresh_from_db()
    assert (bruno.sector, bruno.language) == ("bricolaje", "es")


def test_read_only_changes_nothing(bruno, settings):
    settings.SIGNING_SECRET = ""
    with pytest.raises(InstallationReadOnly):
        change(bruno, sector="jardín")
    bruno.refresh_from_db()
    assert bruno.sector == "ferretería"
