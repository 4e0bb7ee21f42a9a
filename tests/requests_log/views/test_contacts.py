import pytest
from django.urls import reverse

from consultancy.actions.save_contact import ContactData, add_contact
from consultancy.models import Contact
from consultancy.selectors.clients import main_contact
from tests.people import NOW, make_client, make_request

DONE = {"confirmed": "on"}


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


@pytest.fixture
def eva(bruno):
    data = ContactData("Eva Sanz", "socia", "", True)
    return add_contact(bruno, contact=data, is_main=False, at=NOW)


def take_out(web, contact, **told):
    address = reverse("requests_log:contact_take_out", args=[contact.pk])
    return web.post(address, DONE | told) if told else web.get(address)


def test_a_get_only_asks(web, eva):
    assert take_out(web, eva).status_code == 200
    assert Contact.objects.filter(pk=eva.pk, left_on=None).exists()


def test_whom_nothing_names_is_removed(web, eva):
    assert take_out(web, eva, x="").status_code == 302
    assert not Contact.objects.filter(pk=eva.pk).exists()


def test_who_sent_a_message_stays_with_the_day_he_left(web, bruno, eva):
    make_request(bruno)
    contact = main_contact(bruno)
    response = take_out(web, contact, on="2026-11-20", successor=eva.pk)
    assert response.status_code == 302
    contact.refresh_from_db()
    assert contact.left_on.isoformat() == "2026-11-20"
    assert main_contact(bruno) == eva
    again = take_out(web, contact, on="2026-11-20", successor=eva.pk)
    assert again.status_code == 302


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"on": "2199-01-01"}, "on"),
        ({"on": "ayer"}, "on"),
        ({"on": ""}, "on"),
        ({"successor": "x"}, "successor"),
        ({"successor": "himself"}, "successor"),
        ({"successor": "foreign"}, "successor"),
    ],
)
def test_a_wrong_field_is_said_beside_it(web, bruno, eva, nadia, told, field):
    make_request(bruno)
    contact = main_contact(bruno)
    whose = {
        "himself": contact.pk,
        "foreign": main_contact(make_client(nadia)).pk,
    }
    sound = {"on": "2026-11-20", "successor": eva.pk}
    wrong = {name: whose.get(value, value) for name, value in told.items()}
    response = take_out(web, contact, **(sound | wrong))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    contact.refresh_from_db()
    assert contact.left_on is None


def test_the_last_one_may_leave_and_the_page_says_so(web, bruno):
    make_request(bruno)
    response = take_out(web, main_contact(bruno), on="2026-11-20")
    assert main_contact(bruno) is None
    page = web.get(response["Location"])
    assert page.status_code == 200
    assert page.context["contacts"][0].left_on


def test_read_only_refuses_calmly(web, eva, settings):
    settings.SIGNING_SECRET = ""
    assert take_out(web, eva, x="").status_code == 422
    assert Contact.objects.filter(pk=eva.pk).exists()
