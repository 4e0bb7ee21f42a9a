import pytest
from django.urls import reverse

from consultancy.actions.archive_client import archive_client
from consultancy.actions.set_client_status import StatusData, set_client_status
from consultancy.models import Document
from requests_log.actions.record_decision import record_decision
from tests.people import (
    NOW,
    WANTS_TIKTOK,
    answer,
    make_advised,
    make_client,
    make_request,
)
from tests.requests_log.rows import add_rows

LIST = "requests_log:client_list"


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


def listed(web, **query):
    page = web.get(reverse(LIST), query)
    return [client.name for client in page.context["listed"].rows]


def detail(web, client):
    return web.get(reverse("requests_log:client_detail", args=[client.pk]))


def test_clients_are_narrowed_down_by_their_status(web, bruno):
    for name, status in [("Ana", "paused"), ("Zoe", "ended"), ("Lía", "active")]:
        client = make_client(bruno.consultant, name)
        told = StatusData(status, None, "")
        set_client_status(client, status=told, seen={}, at=NOW)
    archive_client(client, at=NOW)
    assert listed(web) == ["Ana", "Ferretería Bruno", "Zoe"]
    assert listed(web, status="paused") == ["Ana"]
    assert listed(web, status="active") == ["Ferretería Bruno"]
    assert listed(web, status="archived") == ["Lía"]
    assert listed(web, status="nonsense") == listed(web)


def test_many_clients_are_searched_by_name(web, bruno):
    page = web.get(reverse(LIST)).content.decode()
    assert 'name="q"' not in page
    for n in range(12):
        make_client(bruno.consultant, f"Peñón {n}")
    page = web.get(reverse(LIST)).content.decode()
    assert 'name="q"' in page
    assert listed(web, q="PENON 1") == ["Peñón 1", "Peñón 10", "Peñón 11"]
    assert listed(web, q="nadie") == []
    assert web.get(reverse(LIST), {"q": "%_\x00" + "x" * 200}).status_code == 200


def test_the_list_says_what_is_open(web, bruno):
    make_request(bruno)
    make_advised(bruno)
    record_decision(make_advised(bruno), answer=answer("follows"), at=NOW)
    rows = web.get(reverse(LIST)).context["listed"].rows
    assert [client.open_count for client in rows] == [2]


def test_the_client_s_page_tells_what_is_open_oldest_first(web, bruno):
    newer = make_request(bruno)
    older = make_advised(bruno, WANTS_TIKTOK)
    older.received_at = NOW.replace(year=2025)
    older.save()
    record_decision(make_advised(bruno), answer=answer("follows"), at=NOW)
    context = detail(web, bruno).context
    assert context["waiting"] == [older, newer]


def test_the_client_s_page_tells_figures_that_are_true(web, bruno):
    make_request(bruno)
    make_advised(bruno)
    record_decision(make_advised(bruno), answer=answer("follows"), at=NOW)
    client = detail(web, bruno).context["client"]
    assert (client.asked, client.objected) == (3, 2)
    assert (client.followed, client.overridden) == (1, 0)


def test_figures_stop_where_they_say(web, bruno):
    add_rows(make_request(bruno), 520)
    response = detail(web, bruno)
    assert response.context["client"].asked == 501
    assert "500+" in response.content.decode()


def test_letters_about_the_client_stand_on_his_page(web, bruno):
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    other = make_client(bruno.consultant, "Horno Ana")
    assert Document.objects.get().client == bruno
    assert detail(web, bruno).context["documents"]
    assert not detail(web, other).context["documents"]


def test_the_page_of_an_archived_client_leads_back(web, bruno):
    make_request(bruno)
    archive_client(bruno, at=NOW)
    page = detail(web, bruno).content.decode()
    assert reverse("client_restore", args=[bruno.pk]) in page
    found = web.get(reverse("requests_log:request_list"), {"client": bruno.pk})
    assert found.context["page"].rows


def test_both_pages_take_few_queries(web, bruno, django_assert_max_num_queries):
    for n in range(3):
        make_request(make_client(bruno.consultant, f"Cliente {n}"))
        make_advised(bruno)
    web.get(reverse(LIST))
    with django_assert_max_num_queries(8):
        assert detail(web, bruno).status_code == 200
    with django_assert_max_num_queries(8):
        assert web.get(reverse(LIST)).status_code == 200
