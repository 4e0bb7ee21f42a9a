import pytest
from django.urls import reverse

from requests_log.models import RuleSwitch
from requests_log.selectors.rulebook import rulebook
from tests.people import make_client, make_request, object_to

ADDRESS = "/rules/fake_engagement/"
WHY = "Este cliente vende seguidores de un juego, no de redes."


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


def test_every_rule_is_in_the_list_and_has_a_page(web):
    page = web.get(reverse("requests_log:rule_list")).content.decode()
    for rule in rulebook().rules:
        assert rule.title["es"] in page
        assert web.get(f"/rules/{rule.code}/").status_code == 200


def test_a_changed_verdict_stands_on_the_page_with_its_reason(bruno, web):
    object_to(make_request(bruno), "off_strategy")
    page = web.get(ADDRESS).content.decode()
    assert "Lo conozco de otros clientes del sector." in page


def test_a_rule_is_switched_off_for_a_client_and_on_again(bruno, web):
    told = {"client": bruno.pk, "reason": WHY}
    assert web.post(ADDRESS, told).status_code == 302
    assert WHY in web.get(ADDRESS).content.decode()
    assert web.post(ADDRESS, told).status_code == 422
    switch = RuleSwitch.objects.get()
    assert web.post(f"/rules/switches/{switch.pk}/on/").status_code == 302
    assert web.post(f"/rules/switches/{switch.pk}/on/").status_code == 404


def test_a_rule_that_is_off_for_all_says_so_and_how_it_comes_back(web, english):
    assert 'name="reason"' in web.get(ADDRESS).content.decode()
    assert web.post(ADDRESS, {"reason": WHY}).status_code == 302
    page = english.get(ADDRESS).content.decode()
    assert "It is off for all clients" in page
    assert 'href="#off-title"' in page
    assert 'name="reason"' not in page
    again = english.post(ADDRESS, {"reason": "Once more, for the record."})
    assert again.status_code == 422
    assert "nothing left to do" in again.content.decode()


@pytest.mark.parametrize(
    "changes", [{"reason": ""}, {"reason": "porque sí"}, {"client": "99999"}]
)
def test_what_is_wrong_is_said_and_nothing_is_switched_off(bruno, web, changes):
    told = {"client": bruno.pk, "reason": WHY} | changes
    assert web.post(ADDRESS, told).status_code == 422
    assert not RuleSwitch.objects.exists()


def test_another_consultant_s_client_or_switch_does_not_exist(
    bruno, web, nadia, browser_of
):
    theirs = make_client(nadia, "Ajena")
    refused = web.post(ADDRESS, {"client": theirs.pk, "reason": WHY})
    assert refused.status_code == 422
    web.post(ADDRESS, {"client": bruno.pk, "reason": WHY})
    switch = RuleSwitch.objects.get()
    address = f"/rules/switches/{switch.pk}/on/"
    assert browser_of(nadia).post(address).status_code == 404
    assert RuleSwitch.objects.get().on_again_at is None


def test_there_is_no_such_rule(web):
    assert web.get("/rules/moon/").status_code == 404


def test_without_the_secret_nothing_is_switched_off(web, settings):
    settings.SIGNING_SECRET = None
    assert web.post(ADDRESS, {"reason": WHY}).status_code == 422
    assert not RuleSwitch.objects.exists()


@pytest.mark.parametrize("address", ["/rules/", ADDRESS])
def test_the_rulebook_takes_few_queries(web, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(8):
        web.get(address)


def test_it_is_said_of_how_many_requests_a_record_tells(bruno, english):
    for number in (1, 2, 3):
        make_request(bruno)
        page = english.get(ADDRESS).content.decode()
        told = f"newest {number} requests" if number > 1 else "the one request you have"
        assert told in page
    assert "newest 3 requests" in english.get("/rules/").content.decode()
