import pytest
from django.urls import reverse

from requests_log.selectors.lists import ENOUGH
from tests.people import NOW, WANTS_TIKTOK, make_client, make_request
from tests.requests_log.rows import add_rows

LIST = reverse("requests_log:request_list")
TABLE = reverse("requests_log:request_table")


def text_of(response):
    assert response.status_code == 200
    return response.content.decode()


def test_a_filter_leaves_the_others_out(english, bruno):
    make_request(bruno)
    make_request(bruno, WANTS_TIKTOK)
    page = text_of(english.get(LIST, {"verdict": "off_strategy"}))
    assert "TikTok" in page
    assert "seguidores" not in page
    assert "1 request" in page


def test_pages_keep_the_filters(english, bruno):
    add_rows(make_request(bruno), 30, stage="closed")
    first = english.get(LIST, {"stage": "closed", "rule": ""})
    key = first.context["page"].next_key
    assert f'href="?stage=closed&amp;after={key[:10]}' in text_of(first)
    second = english.get(LIST, {"stage": "closed", "after": key})
    assert len(second.context["page"].rows) == 5
    assert f'href="{LIST}?stage=closed"' in text_of(second)


def test_more_than_a_hundred_are_not_counted(english, bruno):
    add_rows(make_request(bruno), ENOUGH)
    assert "100+ requests" in text_of(english.get(LIST))


def test_nonsense_is_named_and_the_list_is_shown(english, bruno, nadia):
    make_request(bruno)
    foreign = make_client(nadia, "Panadería Sol")
    page = text_of(english.get(LIST, {"client": foreign.pk, "to": "2026-13-01"}))
    assert "mean nothing here and were left out: Client, To." in page
    assert "seguidores" in page
    assert "Panadería" not in page


def test_an_empty_answer_says_what_to_do(english, bruno):
    make_request(bruno)
    page = text_of(english.get(LIST, {"stage": "closed"}))
    assert "No request fits" in page
    assert f'href="{LIST}">All requests' in page


def test_who_has_no_request_sees_no_filters(english):
    page = text_of(english.get(LIST))
    assert "No request yet" in page
    assert 'name="verdict"' not in page


def test_htmx_gets_rows_and_count_and_a_short_address(english, bruno):
    make_request(bruno)
    response = english.get(
        LIST, {"stage": "logged", "rule": ""}, headers={"HX-Request": "true"}
    )
    page = text_of(response)
    assert "<html" not in page
    assert 'id="result-count" hx-swap-oob="innerHTML">1 request</p>' in page
    assert response["HX-Push-Url"] == f"{LIST}?stage=logged"


def test_the_same_address_is_not_remembered_twice(english, bruno):
    shown = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{LIST}"}
    assert english.get(LIST, {"rule": ""}, headers=shown)["HX-Push-Url"] == "false"


def test_going_back_brings_the_whole_page(english, bruno):
    back = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in text_of(english.get(LIST, headers=back))


def test_a_filtered_list_takes_few_queries(
    english, bruno, django_assert_max_num_queries
):
    add_rows(make_request(bruno), 30)
    every = {
        "q": "seguidores feria ferretería",
        "client": bruno.pk,
        "stage": "logged",
        "verdict": "bad_practice",
        "rule": "fake_engagement",
        "channel": "whatsapp",
        "from": NOW.date().isoformat(),
        "to": NOW.date().isoformat(),
    }
    with django_assert_max_num_queries(8):
        response = english.get(LIST, every)
    assert response.context["count"] == 1


def test_today_leads_to_the_stage_that_waits(english, bruno):
    add_rows(make_request(bruno), 12)
    page = text_of(english.get(reverse("requests_log:today")))
    assert f'href="{LIST}?stage=logged"' in page


def test_words_narrow_together_with_filters(english, bruno):
    make_request(bruno)
    make_request(bruno, WANTS_TIKTOK)
    assert "1 request" in text_of(english.get(LIST, {"q": "VIDEO"}))
    assert "1 request" in text_of(
        english.get(LIST, {"q": "cómprame", "stage": "logged"})
    )
    assert "0 requests" in text_of(english.get(LIST, {"q": "video", "stage": "closed"}))


@pytest.mark.parametrize("words", ["***", "x" * 201, "a\x00b"])
def test_words_that_are_none_are_left_out(english, bruno, words):
    make_request(bruno)
    page = text_of(english.get(LIST, {"q": words}))
    assert "left out: Search." in page
    assert "seguidores" in page


def test_a_search_that_finds_very_much_says_how_far_it_goes(english, bruno):
    add_rows(make_request(bruno), ENOUGH)
    said = "A search alone lists the newest 500."
    assert said in text_of(english.get(LIST, {"q": "seguidores"}))
    narrowed = {"q": "seguidores", "stage": "logged"}
    assert said not in text_of(english.get(LIST, narrowed))


def test_the_list_is_taken_along_as_it_is_filtered(
    english, bruno, django_assert_max_num_queries
):
    add_rows(make_request(bruno), 40, stage="closed")
    page = text_of(english.get(LIST, {"stage": "closed"}))
    assert f'href="{TABLE}?stage=closed"' in page
    with django_assert_max_num_queries(8):
        response = english.get(TABLE, {"stage": "closed", "to": "x"})
        lines = b"".join(response).decode().splitlines()
    assert response.streaming
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith("attachment;")
    assert len(lines) == 1 + 40
    assert "11:00+01:00" in lines[1]


def test_the_list_taken_along_speaks_the_readers_language(bruno, browser_of):
    make_request(bruno)
    response = browser_of(bruno.consultant).get(TABLE)
    assert ";Mala práctica;" in b"".join(response).decode()
