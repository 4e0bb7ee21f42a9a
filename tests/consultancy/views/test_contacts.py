import pytest
from django.urls import reverse

from consultancy.actions.contact_leaves import mark_contact_left
from consultancy.models import Contact
from consultancy.selectors.clients import main_contact
from consultancy.views import contacts
from tests.people import NOW

EVA = {"name": "Eva Sanz", "role": "socia", "phone": "+34 600 11 22 33"}


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


def add(web, client, **told):
    return web.post(reverse("contact_new", args=[client.pk]), EVA | told)


def test_a_contact_is_added_without_an_address(web, bruno):
    assert add(web, bruno).status_code == 302
    eva = bruno.contacts.get(name="Eva Sanz")
    assert (eva.email, eva.may_decide, eva.is_main) == ("", False, False)
    assert eva.dial == "+34600112233"


def test_a_contact_may_take_over(web, bruno):
    add(web, bruno, is_main="on")
    assert main_contact(bruno).name == "Eva Sanz"


def test_the_only_one_speaks_for_the_client(web, bruno):
    mark_contact_left(main_contact(bruno), on=NOW.date(), successor=None, at=NOW)
    add(web, bruno)
    assert main_contact(bruno).name == "Eva Sanz"


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"name": "bruno PENA"}, "name"),
        ({"name": " \u200b "}, "name"),
        ({"name": "x" * 300}, "name"),
        ({"email": "no"}, "email"),
        ({"email": "a@" + "b" * 250 + ".es"}, "email"),
        ({"email": "eva@exa\u200bmple.es"}, "email"),
        ({"phone": "el de siempre"}, "phone"),
        ({"phone": "1" * 41}, "phone"),
    ],
)
def test_a_wrong_field_is_said_beside_it_and_nothing_is_lost(web, bruno, told, field):
    response = add(web, bruno, **told)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "socia" in response.content.decode()
    assert bruno.contacts.count() == 1


def test_who_left_is_brought_back_and_not_added_anew(web, bruno):
    contact = main_contact(bruno)
    mark_contact_left(contact, on=NOW.date(), successor=None, at=NOW)
    assert add(web, bruno, name="Bruno Peña").status_code == 422
    back = reverse("contact_return", args=[contact.pk])
    assert web.get(back).status_code == 200
    contact.refresh_from_db()
    assert contact.left_on
    for _ in range(2):
        assert web.post(back, {"confirmed": "on"}).status_code == 302
    assert main_contact(bruno) == contact


def test_a_change_says_what_another_tab_did(web, bruno):
    address = reverse("contact_edit", args=[main_contact(bruno).pk])
    seen = web.get(address).context["form"]["seen"].value()
    told = {"name": "Bruno Peña", "role": "jefe", "may_decide": "on", "seen": seen}
    told["email"] = "bruno@example.com"
    assert web.post(address, told | {"role": "socio"}).status_code == 302
    response = web.post(address, {**told, "may_decide": ""})
    assert list(response.context["form"].errors) == ["role"]
    assert web.post(address, {**told, "role": "gerente"}).status_code == 302
    assert main_contact(bruno).role == "socio"


@pytest.mark.parametrize("name", ["contact_new", "contact_return", "contact_edit"])
def test_read_only_refuses_calmly(web, bruno, settings, name):
    contact = main_contact(bruno)
    if name == "contact_return":
        mark_contact_left(contact, on=NOW.date(), successor=None, at=NOW)
    settings.SIGNING_SECRET = ""
    pk = bruno.pk if name == "contact_new" else contact.pk
    response = web.post(reverse(name, args=[pk]), EVA | {"confirmed": "on"})
    assert response.status_code == 422


def test_a_contact_taken_out_while_he_was_edited_is_not_there(web, bruno, monkeypatch):
    contact = main_contact(bruno)

    def gone(*_args, **_kwargs):
        raise Contact.DoesNotExist

    monkeypatch.setattr(contacts, "change_contact", gone)
    place = reverse("contact_edit", args=[contact.pk])
    assert web.post(place, EVA).status_code == 404
