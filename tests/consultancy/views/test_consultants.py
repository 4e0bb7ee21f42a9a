import re

import pytest
from django.urls import reverse

from consultancy.actions.invite_consultant import invite_consultant
from consultancy.models import Consultant, Invitation
from tests.people import NOW, make_client, make_request

LIST = reverse("consultant_list")
VERA = "vera@example.com"


@pytest.fixture
def web(marta, browser_of):
    return browser_of(marta)


@pytest.fixture
def with_mail(settings):
    settings.PUBLIC_URL = "https://por-escrito.example"
    settings.MAIL_IS_SET_UP = True


def link_in(page):
    return re.search(r'id="invitation-link"[^>]*>([^<]+)<', page).group(1)


def test_the_link_is_mailed_where_mail_is_set_up(web, with_mail, mailoutbox):
    page = web.post(LIST, {"email": VERA}, follow=True).content.decode()
    (letter,) = mailoutbox
    link = re.search(r"https://por-escrito\.example/invitation/\S+", letter.body)
    assert link.group() not in page
    assert VERA in page


def test_mail_that_fails_leaves_the_link_to_send(web, with_mail, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    page = web.post(LIST, {"email": VERA}).content.decode()
    assert link_in(page).startswith("https://por-escrito.example/invitation/")


def test_without_mail_the_link_is_shown_once_and_what_it_is_worth(web, mailoutbox):
    page = web.post(LIST, {"email": VERA}).content.decode()
    assert link_in(page).startswith("http://testserver/invitation/")
    assert "PUBLIC_URL" in page
    assert "/invitation/" not in web.get(LIST).content.decode()
    assert mailoutbox == []


def test_the_host_a_visitor_names_is_not_in_the_link(web, settings):
    settings.PUBLIC_URL = "https://por-escrito.example"
    settings.ALLOWED_HOSTS = ["*"]
    page = web.post(LIST, {"email": VERA}, headers={"host": "evil.example"})
    assert link_in(page.content.decode()).startswith("https://por-escrito.example/")


@pytest.mark.parametrize(
    "email",
    [
        *("", "vera", "v\r\nBcc: x@example.com", "nadia@example.com", "a" * 300),
        *("vera@exa\u200bmple.com", "vera@\u202eexample.com"),
    ],
)
def test_what_cannot_be_invited_is_said_beside_it(web, nadia, mailoutbox, email):
    response = web.post(LIST, {"email": email})
    assert response.status_code == 422
    assert response.context["form"].errors["email"]
    assert not Invitation.objects.exists()


def test_a_second_press_is_harmless(web):
    web.post(LIST, {"email": VERA})
    assert web.post(LIST, {"email": VERA}).status_code == 422
    assert Invitation.objects.get().revoked_at is None


def test_nothing_is_promised_while_nothing_can_be_recorded(web, settings):
    settings.SIGNING_SECRET = ""
    response = web.post(LIST, {"email": VERA})
    assert response.status_code == 422
    assert VERA in response.content.decode()
    assert not Invitation.objects.exists()


def test_the_owner_sees_people_and_nothing_of_their_work(web, nadia):
    client = make_client(nadia, "Peluquería Lola")
    make_request(client, "Pon un sorteo mañana")
    page = web.get(LIST).content.decode()
    assert "nadia@example.com" in page
    assert "Lola" not in page
    assert "sorteo" not in page


def test_somebody_is_deactivated_and_reactivated(web, nadia):
    person = [nadia.public_id]
    web.post(reverse("consultant_deactivate", args=person))
    nadia.user.refresh_from_db()
    assert not nadia.user.is_active
    page = web.get(LIST).content.decode()
    assert reverse("consultant_reactivate", args=person) in page
    web.post(reverse("consultant_reactivate", args=person))
    nadia.user.refresh_from_db()
    assert nadia.user.is_active


def test_the_owner_does_not_lock_himself_out(web, marta):
    address = reverse("consultant_deactivate", args=[marta.public_id])
    assert web.post(address).status_code == 404
    assert Consultant.objects.get().user.is_active


@pytest.mark.parametrize(
    "name", ["consultant_deactivate", "consultant_reactivate", "invitation_revoke"]
)
def test_a_get_changes_nothing(web, nadia, marta, name):
    invite_consultant(marta, email=VERA, at=NOW)
    pk = Invitation.objects.get().pk
    thing = pk if name == "invitation_revoke" else nadia.public_id
    assert web.get(reverse(name, args=[thing])).status_code == 405


def test_a_withdrawn_invitation_is_gone_from_the_list(web, marta):
    invite_consultant(marta, email=VERA, at=NOW)
    address = reverse("invitation_revoke", args=[Invitation.objects.get().pk])
    assert VERA not in web.post(address, follow=True).content.decode()


def test_while_nothing_can_be_recorded_nothing_is_switched(web, nadia, settings):
    settings.SIGNING_SECRET = ""
    address = reverse("consultant_deactivate", args=[nadia.public_id])
    assert web.post(address, follow=True).status_code == 200
    nadia.user.refresh_from_db()
    assert nadia.user.is_active


def test_the_page_takes_few_queries(web, marta, nadia, django_assert_max_num_queries):
    invite_consultant(marta, email=VERA, at=NOW)
    with django_assert_max_num_queries(8):
        web.get(LIST)


def test_only_the_owner_has_it_in_his_menu(web, nadia, browser_of):
    assert LIST in web.get("/").content.decode()
    assert LIST not in browser_of(nadia).get("/").content.decode()
