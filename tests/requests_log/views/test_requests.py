import pytest
from django.urls import reverse

from requests_log.models import ClientRequest
from tests.people import BUYS_FOLLOWERS, WANTS_TIKTOK, make_request


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


def new(web, **data):
    told = {"text": BUYS_FOLLOWERS, "channel": "whatsapp"}
    return web.post(reverse("requests_log:request_new"), told | data)


def test_a_message_is_logged_and_its_page_shows_the_marks(web, bruno):
    response = new(web, client=bruno.pk)
    page = web.get(response["Location"]).content.decode()
    assert "<mark" in page
    assert "seguidores" in page


def test_one_form_sent_twice_makes_one_request(web, bruno):
    form = web.get(reverse("requests_log:request_new")).context["form"]
    data = {"client": bruno.pk, "submission": str(form["submission"].value())}
    assert new(web, **data)["Location"] == new(web, **data)["Location"]
    assert ClientRequest.objects.count() == 1


def test_a_shared_text_fills_the_form(web, bruno):
    page = web.get(reverse("requests_log:request_new"), {"text": "Hola, ¿puedes?"})
    assert "Hola, ¿puedes?" in page.content.decode()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ({"text": BUYS_FOLLOWERS}, "<mark"),
        ({"text": WANTS_TIKTOK, "client": "own"}, "<mark"),
        ({"text": ""}, ""),
        ({"text": "Пожалуйста, сделайте пост завтра"}, ""),
        ({"text": "a" * 30_000}, ""),
        ({"text": "x", "wanted_on": "nunca"}, ""),
    ],
)
def test_the_preview_answers_whatever_is_typed(web, bruno, data, word):
    if data.get("client"):
        data = data | {"client": bruno.pk}
    response = web.post(reverse("requests_log:request_preview"), data)
    assert response.status_code == 200
    assert word in response.content.decode()
    assert not ClientRequest.objects.exists()


@pytest.mark.parametrize("name", ["today", "request_list", "client_list"])
def test_lists_take_few_queries_whatever_their_length(
    web, bruno, django_assert_max_num_queries, name
):
    for _ in range(12):
        make_request(bruno)
    with django_assert_max_num_queries(8):
        assert web.get(reverse(f"requests_log:{name}")).status_code == 200


def test_a_message_copied_out_of_whatsapp_tells_its_own_time(web, bruno):
    copied = f"[12/11/25, 10:22] Bruno Peña: {BUYS_FOLLOWERS}"
    new(web, client=bruno.pk, text=copied)
    request = ClientRequest.objects.get()
    assert request.text == BUYS_FOLLOWERS
    assert request.message.happened_at.isoformat() == "2025-11-12T09:22:00+00:00"
