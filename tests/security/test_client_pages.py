"""Every page about a client: few queries, nothing changed by looking, harmless in a
frame."""

import pytest
from django.urls import reverse

from consultancy.actions.contact_leaves import mark_contact_left
from consultancy.actions.save_contact import ContactData, add_contact
from consultancy.models import Client, Contact, LedgerEntry
from consultancy.selectors.clients import main_contact
from tests.people import NOW, make_advised, make_client

OF_THE_CLIENT = (
    *("client_edit", "client_status", "client_archive", "client_restore"),
    *("client_notes", "contact_new", "requests_log:client_detail"),
)
OF_A_CONTACT = ("contact_edit", "contact_return", "requests_log:contact_take_out")


@pytest.fixture
def pages(bruno):
    """Return the addresses of a client with people, among other clients."""
    for n in range(15):
        data = ContactData(f"Persona {n}", "socia", "", True)
        left = add_contact(bruno, contact=data, is_main=False, at=NOW)
        make_client(bruno.consultant, f"Cliente {n}")
    mark_contact_left(left, on=NOW.date(), successor=None, at=NOW)
    request = make_advised(bruno)
    main = main_contact(bruno).pk
    return [
        *(reverse(name, args=[bruno.pk]) for name in OF_THE_CLIENT),
        *(reverse(name, args=[main]) for name in OF_A_CONTACT),
        reverse("client_new"),
        reverse("requests_log:client_list"),
        reverse("requests_log:request_new") + f"?client={bruno.pk}",
        reverse("requests_log:request_senders") + f"?client={bruno.pk}",
        reverse("requests_log:request_decide", args=[request.pk]),
    ]


def test_each_takes_few_queries(
    pages, bruno, browser_of, django_assert_max_num_queries
):
    browser = browser_of(bruno.consultant)
    browser.get("/")
    for address in pages:
        if "decide" not in address:  # whose own budget is the request's
            with django_assert_max_num_queries(8) as seen:
                assert browser.get(address).status_code == 200, address
            assert len(seen) <= 8, address


def test_looking_changes_nothing(pages, bruno, browser_of):
    def everything():
        return (
            list(Client.objects.order_by("pk").values()),
            list(Contact.objects.order_by("pk").values()),
            LedgerEntry.objects.count(),
        )

    before = everything()
    browser = browser_of(bruno.consultant)
    told = {"confirmed": "on", "status": "ended", "name": "x", "text": "x"}
    for address in pages:
        for look in (browser.get, browser.head, browser.options):
            look(address, told)
    assert everything() == before
