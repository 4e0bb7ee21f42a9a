import re

import pytest
from django.urls import reverse

from consultancy.actions.archive_client import archive_client
from consultancy.actions.contact_leaves import mark_contact_left
from consultancy.actions.save_contact import ContactData, add_contact
from consultancy.actions.set_client_status import StatusData, set_client_status
from consultancy.models import Client
from consultancy.selectors.clients import main_contact
from requests_log.models import ClientRequest, Message
from tests.people import (
    BUYS_FOLLOWERS,
    NOW,
    WANTS_TIKTOK,
    make_client,
    make_request,
    make_strategy,
)


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


@pytest.fixture
def eva(bruno):
    data = ContactData("Eva Sanz", "socia", "", True)
    return add_contact(bruno, contact=data, is_main=False, at=NOW)


def new(web, **data):
    told = {"text": BUYS_FOLLOWERS, "channel": "whatsapp"}
    return web.post(reverse("requests_log:request_new"), told | data)


def test_a_message_is_logged_and_its_page_shows_the_marks(web, bruno):
    response = new(web, client=bruno.pk)
    page = web.get(response["Location"]).content.decode()
    assert "<mark" in page
    assert "seguidores" in page


def test_a_rule_that_names_several_lines_is_drawn_once_with_each(web, bruno):
    make_strategy(bruno, channels_excluded=["tiktok", "x"])
    address = new(
        web, client=bruno.pk, text="Ábrenos un TikTok y una cuenta de Twitter"
    )
    page = web.get(address["Location"]).content.decode()
    assert page.count('id="finding-') == len(
        set(re.findall(r'id="finding-[^"]+', page))
    )
    assert page.count('class="finding-line"') > page.count('<article class="finding"')


def test_a_language_no_rule_knows_is_said_and_not_taken_for_fine(bruno, english):
    text = "Bitte mach mir ein Plakat mit dem Preis"
    page = english.get(f"/requests/{make_request(bruno, text).pk}/").content.decode()
    sent = {"text": text, "client": bruno.pk}
    address = reverse("requests_log:request_preview")
    preview = english.post(address, sent).content.decode()
    for shown in (page, preview):
        assert "No rule could read this" in shown
        assert "No rule objects" not in shown


def test_where_a_rule_is_written_tells_when_that_was_checked(web, bruno):
    page = web.get(f"/requests/{make_request(bruno).pk}/").content.decode()
    written = page.split("<details")[1]
    assert "2026" in written


def sender(web, **data):
    response = new(web, **data)
    return Message.objects.get().sent_by if response.status_code == 302 else response


def test_nothing_said_it_was_the_main_contact(web, bruno):
    assert sender(web, client=bruno.pk) == main_contact(bruno)


def test_another_of_the_client_s_people_may_have_sent_it(web, bruno, eva):
    assert sender(web, client=bruno.pk, sent_by=eva.pk) == eva


def test_somebody_nobody_noted_may_have_sent_it(web, bruno):
    assert sender(web, client=bruno.pk, sent_by="other") is None


@pytest.mark.parametrize("whose", ["nadia", "another client", "left", "nonsense"])
def test_who_is_nobody_of_the_client_is_refused(web, bruno, eva, nadia, whose):
    if whose == "left":
        mark_contact_left(eva, on=NOW.date(), successor=None, at=NOW)
        pk = eva.pk
    elif whose == "nonsense":
        pk = "' OR 1=1"
    else:
        owner = nadia if whose == "nadia" else bruno.consultant
        pk = main_contact(make_client(owner, "Otra empresa")).pk
    response = sender(web, client=bruno.pk, sent_by=pk)
    assert response.status_code == 422
    form = response.context["form"]
    assert list(form.errors) == ["sent_by"]
    offered = [str(label) for _, label in form.fields["sent_by"].choices]
    assert offered[0] == "Bruno Peña, gerente"


def test_the_people_change_with_the_client(web, bruno, eva):
    address = reverse("requests_log:request_senders")
    page = web.get(address, {"client": bruno.pk, "sent_by": eva.pk}).content.decode()
    assert f'value="{eva.pk}" selected' in page
    assert "Bruno Peña" in page
    for nobody in ("", "x", "2", str(2**64)):
        page = web.get(address, {"client": nobody}).content.decode()
        assert page.count("<option") == 1


def test_an_archived_client_asks_for_nothing_and_a_paused_one_is_marked(web, bruno):
    make_client(bruno.consultant, "Horno Ana")
    paused = StatusData("paused", None, "")
    set_client_status(bruno, status=paused, seen={}, at=NOW)
    archive_client(Client.objects.get(name="Horno Ana"), at=NOW)
    page = web.get(reverse("requests_log:request_new")).content.decode()
    assert "Ferretería Bruno (" in page
    assert "Horno Ana" not in page
    archived = Client.objects.get(name="Horno Ana").pk
    assert new(web, client=archived).status_code == 422
    assert new(web, client=bruno.pk).status_code == 302


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


def test_what_is_set_aside_is_more_only_beside_what_is_held(english, bruno):
    request = make_request(bruno, "No me compres seguidores")
    address = reverse("requests_log:request_detail", args=[request.pk])
    assert "One thing was heard and set aside" in english.get(address).content.decode()
    finding = request.triage.findings.get()
    finding.pk, finding.position, finding.set_aside = None, 7, False
    finding.cue = ""
    finding.save()
    assert "1 more was seen and set aside" in english.get(address).content.decode()
