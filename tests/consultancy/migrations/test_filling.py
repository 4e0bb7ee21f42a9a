"""Rows of before get what rows of today are written with."""

from importlib import import_module

from django.apps import apps

from consultancy.actions.save_client import ClientData, change_client
from consultancy.actions.save_contact import ContactData, add_contact
from consultancy.models import Client, Contact
from tests.people import NOW, make_client


def test_names_that_are_the_same_by_now_are_kept_apart(bruno):
    again = make_client(bruno.consultant, "x")
    eva = ContactData("Eva Sanz", "socia", "", True)
    add_contact(bruno, contact=eva, is_main=True, at=NOW)
    Client.objects.filter(pk=again.pk).update(name="FERRETERIA BRUNO")
    Contact.objects.update(is_main=False)
    import_module("consultancy.migrations.0008_clients").fill(apps, None)
    keys = dict(Client.objects.values_list("pk", "name_key"))
    assert keys == {
        bruno.pk: "ferreteria bruno",
        again.pk: f"ferreteria bruno~{again.pk}",
    }
    assert bruno.contacts.get(is_main=True).name == "Bruno Peña"
    assert bruno.contacts.get(is_main=False).name_key == "eva sanz"
    told = ClientData("FERRETERIA BRUNO", "jardín", "es", "tu")
    assert (
        change_client(Client.objects.get(pk=again.pk), client=told, seen={}, at=NOW)
        == {}
    )
