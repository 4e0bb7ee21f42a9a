"""What may be typed where a client or a contact is named."""

import pytest
from django.test import Client as Browser
from django.urls import reverse

from consultancy.models import Client, Contact
from consultancy.selectors.clients import main_contact
from tests.people import make_client

ODD = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "{{ 7|add:7 }} {% load x %}",
    "%(name)s %s {0.__class__}",
    "../../etc/passwd",
    "C:\\con\\aux.txt",
    "نور & 株式会社 🍞",
    "Z̸̧͖a̶l̴g̷o̸",
]
REFUSED = [
    "",
    "   ",
    "\u00a0\u2003",
    "\u200b\u2060",
    "Bruno\u202egnirts",
    "Bru\u2066no",
    "Bru\u200bno",
    "Bruno\x00",
    "Bruno\nPeña",
    "x" * 300,
]


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


def typed(name, contact="Ana"):
    return {"name": name, "contact_name": contact, "language": "es"}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_name_is_shown_as_it_was_typed(web, name):
    response = web.post(reverse("client_new"), typed(name, contact=name))
    client = Client.objects.get(name=name)
    assert response.status_code == 302
    for address in (
        reverse("requests_log:client_list"),
        reverse("requests_log:client_detail", args=[client.pk]),
        reverse("requests_log:request_new") + f"?client={client.pk}",
        reverse("contact_edit", args=[main_contact(client).pk]),
        reverse("client_archive", args=[client.pk]),
        reverse("client_notes", args=[client.pk]),
    ):
        page = web.get(address)
        assert page.status_code == 200
        text = page.content.decode()
        assert "<script>alert(1)" not in text
        assert "<img src=x" not in text
    taken = web.get(reverse("strategy_export", args=[client.pk]))
    assert ".." not in taken.get("Content-Disposition", "")


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("field", ["name", "contact_name"])
def test_a_name_that_hides_something_is_refused_beside_it(web, name, field):
    told = typed("Horno Ana") | {field: name}
    response = web.post(reverse("client_new"), told)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert Client.objects.count() == 1


def test_one_canonical_name_is_stored(web):
    web.post(reverse("client_new"), typed("  Pen\u0303on\u00a0 y  Cía "))
    assert Client.objects.filter(name="Peñon y Cía").exists()


def test_invalid_bytes_are_no_fault_of_the_server(web):
    address = reverse("client_new")
    body = b"name=%ff%fe&contact_name=Ana&language=es"
    kind = "application/x-www-form-urlencoded"
    assert web.post(address, body, content_type=kind).status_code < 500


def test_fields_nobody_offered_are_ignored(web, bruno, nadia):
    other = make_client(nadia)
    web.post(
        reverse("contact_new", args=[bruno.pk]),
        {"name": "Eva", "client": other.pk, "left_on": "2001-01-01", "id": 1},
    )
    eva = Contact.objects.get(name="Eva")
    assert (eva.client, eva.left_on, eva.is_main) == (bruno, None, False)


@pytest.mark.parametrize(
    "name", ["client_archive", "client_restore", "client_notes", "contact_new"]
)
def test_a_post_without_its_token_is_refused(bruno, name):
    browser = Browser(enforce_csrf_checks=True)
    browser.force_login(bruno.consultant.user)
    address = reverse(name, args=[bruno.pk])
    assert browser.post(address, {"confirmed": "on"}).status_code == 403


def test_search_among_clients_finds_nothing_of_another(web, nadia, browser_of):
    for query in ({"q": "bruno"}, {"status": "archived"}, {"q": "%"}):
        page = browser_of(nadia).get(reverse("requests_log:client_list"), query)
        assert "Ferretería" not in page.content.decode()


def test_another_s_client_has_no_people(bruno, nadia, browser_of):
    address = reverse("requests_log:request_senders")
    page = browser_of(nadia).get(address, {"client": bruno.pk}).content.decode()
    assert "Bruno" not in page
