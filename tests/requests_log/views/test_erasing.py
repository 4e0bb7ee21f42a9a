import pytest
from django.urls import reverse

from consultancy.actions.hold_client import hold_client
from consultancy.models import Client, LedgerEntry
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised

TOLD = {"ground": "requested", "name": "Ferretería Bruno"}


@pytest.fixture
def erase_page(bruno, browser_of):
    """Send a form to the page, or look at it."""
    browser = browser_of(bruno.consultant)
    address = reverse("requests_log:client_erase", args=[bruno.pk])

    def erase_page(told=None, **more):
        return (
            browser.get(address)
            if told is None
            else browser.post(address, told, **more)
        )

    return erase_page


def test_looking_erases_nobody(erase_page, bruno):
    assert erase_page().status_code == 200
    assert Client.objects.get() == bruno


def test_the_page_says_until_when_letters_stay(erase_page, bruno):
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    assert "noviembre de 2032" in erase_page().content.decode()


def test_few_queries(erase_page, bruno, django_assert_max_num_queries):
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    erase_page()
    with django_assert_max_num_queries(8):
        erase_page()


def test_a_typed_name_erases(erase_page):
    response = erase_page(TOLD | {"name": " ferreteria  BRUNO "})
    assert response.status_code == 302
    assert response["Location"] == reverse("requests_log:client_list")
    assert not Client.objects.exists()


def test_nobody_is_named_afterwards(erase_page, bruno, browser_of):
    response = erase_page(TOLD, follow=True)
    assert "Bruno" not in response.content.decode()


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"ground": "requested", "name": "Ana"}, "name"),
        ({"ground": "requested"}, "name"),
        ({"name": "Ferretería Bruno"}, "ground"),
        (TOLD | {"ground": "because"}, "ground"),
    ],
)
def test_a_wrong_field_is_said_beside_it(erase_page, told, field):
    response = erase_page(told)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert Client.objects.exists()


def test_a_hold_is_shown_and_kept(erase_page, bruno):
    hold_client(bruno, reason="Demanda 12/2026", at=NOW)
    assert "Demanda 12/2026" in erase_page().content.decode()
    assert erase_page(TOLD).status_code == 422
    assert Client.objects.exists()


def test_read_only_refuses_calmly(erase_page, settings):
    settings.SIGNING_SECRET = ""
    assert erase_page(TOLD).status_code == 422
    assert Client.objects.exists()


def test_letters_that_stay_are_led_to(erase_page, bruno):
    letter = record_decision(make_advised(bruno), answer=answer(), at=NOW).document
    response = erase_page(TOLD)
    assert response["Location"] == reverse("keeping")
    assert LedgerEntry.objects.filter(kind="client_erased").exists()
    assert letter.number


def test_the_erased_client_is_nowhere(erase_page, bruno, browser_of):
    request = make_advised(bruno)
    letter = record_decision(request, answer=answer(), at=NOW).document
    browser = browser_of(bruno.consultant)
    erase_page(TOLD)
    for name, key in [
        ("requests_log:client_detail", bruno.pk),
        ("client_edit", bruno.pk),
        ("client_notes", bruno.pk),
        ("strategy_edit", bruno.pk),
        ("requests_log:client_erase", bruno.pk),
        ("requests_log:request_detail", request.pk),
        ("document_file", letter.pk),
    ]:
        assert browser.get(reverse(name, args=[key])).status_code == 404, name
    for address in ("/", "/clients/", "/requests/", "/documents/", "/requests/new/"):
        assert "Bruno" not in browser.get(address).content.decode(), address
    found = browser.get("/requests/", {"q": "seguidores"}).content.decode()
    assert "Cómprame" not in found
