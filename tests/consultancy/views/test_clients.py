import pytest
from django.urls import reverse

from consultancy.models import Client
from tests.people import make_client

TYPED = {
    "name": "Ferretería Bruno",
    "contact_name": "Ana",
    "language": "es",
    "address_form": "tu",
}


def edit(browser, client, **told):
    address = reverse("client_edit", args=[client.pk])
    form = browser.get(address).context["form"]
    seen = form["seen"].value()
    return lambda: browser.post(
        address,
        {"name": client.name, "sector": "ferretería", "language": "es"}
        | {"address_form": "tu", "seen": seen}
        | told,
    )


def test_a_new_client_leads_to_his_strategy(marta, browser_of):
    told = TYPED | {"contact_phone": "961 23 45 67", "may_decide": "on"}
    response = browser_of(marta).post(reverse("client_new"), told)
    client = Client.objects.get()
    assert response["Location"] == reverse("strategy_edit", args=[client.pk])
    contact = client.contacts.get()
    assert (contact.phone, contact.may_decide) == ("961 23 45 67", True)


@pytest.mark.parametrize("name", ["Ferretería Bruno", "ferreteria  BRUNO"])
def test_a_name_in_use_is_said_beside_it_and_nothing_is_lost(bruno, browser_of, name):
    response = browser_of(bruno.consultant).post(
        reverse("client_new"), TYPED | {"contact_role": "tesorera", "name": name}
    )
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["name"]
    assert "tesorera" in response.content.decode()
    assert Client.objects.count() == 1


def test_a_name_in_the_archive_is_told_apart(bruno, browser_of, marta):
    browser = browser_of(marta)
    browser.post(reverse("client_archive", args=[bruno.pk]), {"confirmed": "on"})
    response = browser.post(reverse("client_new"), TYPED)
    assert "archiv" in str(response.context["form"].errors["name"])


def test_the_later_tab_is_told_and_nothing_is_lost(bruno, browser_of, marta):
    browser = browser_of(marta)
    later = edit(browser, bruno, sector="jardín", name="Bruno e hijos")
    assert edit(browser, bruno, sector="bricolaje", language="en")().status_code == 302
    response = later()
    assert response.status_code == 422
    form = response.context["form"]
    assert list(form.errors) == ["sector"]
    assert "bricolaje" in form.errors["sector"][0]
    assert form["sector"].value() == "jardín"
    assert form["name"].value() == "Bruno e hijos"
    assert form["language"].value() == "en"
    assert Client.objects.get().name == "Ferretería Bruno"
    again = {name: form[name].value() for name in ("name", "sector", "language")}
    again |= {"address_form": "tu", "seen": form["seen"].value()}
    address = reverse("client_edit", args=[bruno.pk])
    assert browser.post(address, again).status_code == 302
    bruno.refresh_from_db()
    assert (bruno.name, bruno.sector) == ("Bruno e hijos", "jardín")
    assert bruno.language == "en"


def test_what_the_other_tab_changed_elsewhere_is_kept_and_told(
    bruno, browser_of, marta
):
    browser = browser_of(marta)
    later = edit(browser, bruno, name="Bruno e hijos")
    edit(browser, bruno, sector="bricolaje")()
    page = browser.get(later()["Location"]).content.decode()
    assert "Sector" in page
    bruno.refresh_from_db()
    assert (bruno.name, bruno.sector) == ("Bruno e hijos", "bricolaje")


@pytest.mark.parametrize("seen", ["", "[]", "null", "{", "[" * 100_000, '{"x": 1}'])
def test_a_form_that_lost_what_it_was_drawn_from_still_saves(
    bruno, browser_of, marta, seen
):
    response = edit(browser_of(marta), bruno, sector="jardín", seen=seen)()
    assert response.status_code == 302


def test_the_form_of_address_stays_where_it_is_not_asked(browser_of, marta):
    client = make_client(marta, address_form="usted")
    edit(browser_of(marta), client, language="en", address_form="")()
    client.refresh_from_db()
    assert (client.language, client.address_form) == ("en", "usted")


def test_read_only_keeps_what_was_typed(bruno, browser_of, marta, settings):
    browser = browser_of(marta)
    send = edit(browser, bruno, sector="jardín")
    settings.SIGNING_SECRET = ""
    response = send()
    assert response.status_code == 422
    assert "jardín" in response.content.decode()
