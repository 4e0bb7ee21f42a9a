import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consultancy.models import LedgerEntry, StrategyVersion
from tests.as_opened import as_opened
from tests.people import WANTS_TIKTOK, make_client, make_request

HTMX = {"HX-Request": "true"}


@pytest.fixture
def address(bruno):
    return reverse("requests_log:strategy_what_if", args=[bruno.pk])


@pytest.fixture
def as_it_stands(english, bruno):
    """What the editor holds when it is opened."""
    form = english.get(reverse("strategy_edit", args=[bruno.pk])).context["form"]
    return as_opened(form)


@pytest.fixture
def ask(english, address, as_it_stands):
    def ask(headers=None, **changes):
        return english.post(address, as_it_stands | changes, headers=headers)

    return ask


def test_the_page_comes_again_with_all_that_was_typed(ask, bruno):
    make_request(bruno, WANTS_TIKTOK)
    response = ask(channel_tiktok="7", proof_note="Minuto 12.", agreed_by="Bruno")
    assert response.status_code == 422  # who agreed, but not when
    response = ask(channel_tiktok="7", topics="pintura\njardín")
    assert response.status_code == 200
    page = response.content.decode()
    assert response.context["answer"].count == 1
    assert "pintura\njardín" in page
    assert f'action="{reverse("strategy_edit", args=[bruno.pk])}"' in page


def test_htmx_gets_the_answer_alone_in_few_queries(
    ask, bruno, django_assert_max_num_queries
):
    for _ in range(12):
        make_request(bruno, WANTS_TIKTOK)
    with django_assert_max_num_queries(8):
        response = ask(HTMX, channel_tiktok="7")
    page = response.content.decode()
    assert "<form" not in page
    assert "12 would be judged otherwise." in page


def test_a_refused_form_says_what_to_mend(ask):
    response = ask(HTMX, channel_tiktok="7", budget="mucho")
    assert response.status_code == 200
    assert "#id_budget" in response.content.decode()


def test_nothing_is_stored(ask, bruno):
    entries = LedgerEntry.objects.count()
    ask(channel_tiktok="7")
    ask(HTMX, channel_tiktok="7")
    assert LedgerEntry.objects.count() == entries
    assert StrategyVersion.objects.count() == 1


def test_it_works_where_nothing_may_be_written(ask, settings):
    settings.SIGNING_SECRET = ""
    assert ask(channel_tiktok="7").status_code == 200


def test_a_file_shows_what_it_would_change_before_it_may_be_put_in_force(
    english, bruno, django_assert_max_num_queries
):
    make_request(bruno, WANTS_TIKTOK)
    address = reverse("requests_log:strategy_file_what_if", args=[bruno.pk])
    text = english.get(reverse("strategy_export", args=[bruno.pk])).content.decode()
    file = text.replace("- tiktok", "- twitch").encode()
    assert b"- twitch" in file
    with django_assert_max_num_queries(10):
        response = english.post(address, {"file": SimpleUploadedFile("s.yaml", file)})
    assert [change.added for change in response.context["changes"]] == [["Twitch"]]
    assert response.context["answer"].read == 1
    assert response.context["form"]["text"].value() == file.decode()
    assert "Put it in force" in response.content.decode()
    assert StrategyVersion.objects.count() == 1
    assert "Put it in force" not in english.get(address).content.decode()


def test_a_first_strategy_from_a_file_says_all_that_it_holds(english, marta):
    client = make_client(marta, "Bar Nou")
    address = reverse("requests_log:strategy_file_what_if", args=[client.pk])
    text = "- {id: n, name: Nou, goals: [sales], channels: {instagram: 2}}"
    response = english.post(address, {"text": text})
    told = [change.added for change in response.context["changes"]]
    assert told == [["sales"], ["Instagram 2"]]


def test_a_file_that_is_no_strategy_may_not_be_put_in_force(english, bruno):
    address = reverse("requests_log:strategy_file_what_if", args=[bruno.pk])
    response = english.post(address, {"text": "- id: x"})
    assert response.status_code == 422
    assert not response.context["form"]["looked_at"].value()
    assert "answer" not in response.context
