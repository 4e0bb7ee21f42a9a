import pytest
from django.urls import reverse

from consultancy.models import ClientNote


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


@pytest.fixture
def address(bruno):
    return reverse("client_notes", args=[bruno.pk])


def test_notes_stand_newest_first(web, address):
    for text in ("Paga tarde.", "Prefiere <b>WhatsApp</b>."):
        assert web.post(address, {"text": text}).status_code == 302
    page = web.get(address).content.decode()
    assert "Prefiere &lt;b&gt;WhatsApp" in page
    assert page.index("Prefiere") < page.index("Paga tarde.")


def test_the_newest_stands_on_the_client_s_page(web, address, bruno):
    web.post(address, {"text": "Paga tarde."})
    page = web.get(reverse("requests_log:client_detail", args=[bruno.pk]))
    assert "Paga tarde." in page.content.decode()


def test_one_form_sent_twice_is_one_note(web, address):
    form = web.get(address).context["form"]
    told = {"text": "Paga tarde.", "submission": str(form["submission"].value())}
    for _ in range(2):
        assert web.post(address, told).status_code == 302
    assert ClientNote.objects.count() == 1


@pytest.mark.parametrize("text", ["", " \u200b\n", "x" * 5001])
def test_nothing_and_too_much_are_asked_for_again(web, address, text):
    assert web.post(address, {"text": text}).status_code == 422
    assert not ClientNote.objects.exists()


def test_read_only_keeps_what_was_typed(web, address, settings):
    settings.SIGNING_SECRET = ""
    response = web.post(address, {"text": "Paga tarde."})
    assert response.status_code == 422
    assert "Paga tarde." in response.content.decode()


def test_many_notes_take_few_queries(web, address, django_assert_max_num_queries):
    for n in range(30):
        web.post(address, {"text": f"Nota {n}"})
    with django_assert_max_num_queries(8):
        assert "Nota 29" in web.get(address).content.decode()
