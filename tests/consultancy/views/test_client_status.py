import pytest
from django.urls import reverse

DONE = {"confirmed": "on"}


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


def put(web, client, **told):
    address = reverse("client_status", args=[client.pk])
    return web.post(address, told)


def test_a_client_is_paused_with_day_and_reason(web, bruno):
    told = {"status": "paused", "status_on": "2026-11-01", "status_reason": "Obras"}
    response = put(web, bruno, **told)
    page = web.get(response["Location"]).content.decode()
    assert "Obras" in page
    assert "1 de noviembre de 2026" in page


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"status": "gone"}, "status"),
        ({}, "status"),
        ({"status": "ended", "status_on": "2026-02-30"}, "status_on"),
        ({"status": "ended", "status_on": "0001-01-01"}, "status_on"),
        ({"status": "ended", "status_reason": "x" * 401}, "status_reason"),
        ({"status": "ended", "status_reason": "a\u202eb"}, "status_reason"),
    ],
)
def test_a_wrong_field_is_said_beside_it(web, bruno, told, field):
    response = put(web, bruno, **told, x="y")
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    bruno.refresh_from_db()
    assert bruno.status == "active"


def test_the_later_tab_is_told(web, bruno):
    address = reverse("client_status", args=[bruno.pk])
    seen = web.get(address).context["form"]["seen"].value()
    put(web, bruno, status="paused", status_on="2026-11-01")
    response = put(web, bruno, status="ended", status_on="2026-11-02", seen=seen)
    form = response.context["form"]
    assert list(form.errors) == ["status", "status_on"]
    again = {"status": "ended", "status_on": "2026-11-02"}
    assert put(web, bruno, **again, seen=form["seen"].value()).status_code == 302
    bruno.refresh_from_db()
    assert bruno.status == "ended"


@pytest.mark.parametrize("name", ["client_archive", "client_restore"])
def test_a_get_only_asks(web, bruno, name):
    assert web.get(reverse(name, args=[bruno.pk])).status_code == 200
    bruno.refresh_from_db()
    assert bruno.archived_at is None


def test_a_client_goes_into_the_archive_and_comes_back(web, bruno):
    for name, is_away in [("client_archive", True), ("client_restore", False)]:
        for _ in range(2):
            response = web.post(reverse(name, args=[bruno.pk]), DONE)
            assert response.status_code == 302
        bruno.refresh_from_db()
        assert (bruno.archived_at is not None) == is_away


@pytest.mark.parametrize("name", ["client_archive", "client_status"])
def test_read_only_refuses_calmly(web, bruno, settings, name):
    settings.SIGNING_SECRET = ""
    told = DONE | {"status": "ended"}
    assert web.post(reverse(name, args=[bruno.pk]), told).status_code == 422
