"""A client's people where a message is logged and a decision noted."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from consultancy.actions.save_contact import ContactData, add_contact
from consultancy.models import Client, Consultant
from tests.browser.looks import press
from tests.people import NOW, make_advised, make_client


@pytest.fixture(autouse=True)
def eva(bruno: Client) -> None:
    data = ContactData("Eva Sanz", "socia", "", True)
    add_contact(bruno, contact=data, is_main=False, at=NOW)


def test_another_client_has_other_people(
    page: Page, at_home: Any, bruno: Client, marta: Consultant
) -> None:
    horno = make_client(marta, "Horno Ana")
    at_home("/requests/new/")
    people = page.locator("#id_sent_by")
    expect(people.locator("option")).to_have_count(1)
    page.locator("#id_client").select_option(str(bruno.pk))
    expect(people.locator("option")).to_have_count(3)
    people.select_option(label="Eva Sanz, socia")
    page.locator("#id_client").select_option(str(horno.pk))
    expect(people.locator("option")).to_have_count(2)
    assert people.evaluate("it => it.selectedOptions[0].text") == "Bruno Peña, gerente"


def test_what_was_chosen_survives_a_refusal(
    page: Page, at_home: Any, bruno: Client
) -> None:
    at_home("/requests/new/")
    page.locator("#id_client").select_option(str(bruno.pk))
    people = page.locator("#id_sent_by")
    expect(people.locator("option")).to_have_count(3)
    people.select_option(label="Eva Sanz, socia")
    press(page)
    expect(page.locator("#id_text")).to_have_attribute("aria-invalid", "true")
    page.wait_for_load_state("networkidle")
    assert people.evaluate("it => it.selectedOptions[0].text") == "Eva Sanz, socia"


def test_a_name_brings_its_role(page: Page, at_home: Any, bruno: Client) -> None:
    at_home(f"/requests/{make_advised(bruno).pk}/decide/")
    name, role = page.locator("#id_by_name"), page.locator("#id_by_role")
    expect(role).to_have_value("gerente")
    name.fill("Eva Sanz")
    expect(role).to_have_value("socia")
    name.fill("Un primo")
    expect(role).to_have_value("")
    role.fill("primo")
    name.fill("Un primo suyo")
    expect(role).to_have_value("primo")


def test_only_spanish_asks_for_a_form_of_address(
    page: Page, at_home: Any, bruno: Client
) -> None:
    at_home(f"/clients/{bruno.pk}/edit/")
    asked = page.locator("#id_address_form")
    expect(asked).to_be_visible()
    page.locator("#id_language").select_option("en")
    expect(asked).to_be_hidden()
