import pytest
from axes.models import AccessAttempt
from django.urls import reverse

from consultancy.actions.send_reset_link import reset_link
from tests.mailing import let_mail_go_out
from tests.people import PASSWORD

ASK = "/password/reset/"
NEW = "otra contraseña larga"


@pytest.fixture(autouse=True)
def mail(settings):
    settings.PUBLIC_URL = "https://por-escrito.example"
    settings.MAIL_IS_SET_UP = True
    yield
    let_mail_go_out()


def path_of(consultant):
    return reset_link(consultant.user).removeprefix("https://por-escrito.example")


def choose(client, path):
    """Open the link and choose NEW on the page it leads to."""
    page = client.get(path, follow=True)
    told = {"new_password1": NEW, "new_password2": NEW}
    return client.post(page.redirect_chain[-1][0], told)


def sign_in(client, password):
    told = {"username": "marta@example.com", "password": password}
    return client.post(reverse("login"), told)


def form_of(page):
    """Return the tag of the form in the middle of the page."""
    return page.content.decode().split("<main")[1].split("<form")[1].split(">")[0]


def test_every_address_is_answered_alike(client, marta, mailoutbox):
    known = client.post(ASK, {"email": "marta@example.com"}, follow=True)
    unknown = client.post(ASK, {"email": "nadie@example.com"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert "marta@" not in known.content.decode()
    assert "nadie@" not in unknown.content.decode()


def test_what_is_no_address_is_said_to_be_none(client, db):
    page = client.post(ASK, {"email": "marta"})
    assert page.context["form"].errors


def test_the_pages_say_themselves_what_is_missing(client, marta):
    """The browser would, in a language of its own."""
    chosen = client.get(path_of(marta), follow=True).redirect_chain[-1][0]
    for address, fields in ((ASK, 1), (chosen, 2), (reverse("login"), 2)):
        refused = client.post(address, {})
        assert refused.status_code == 422
        assert "novalidate" in form_of(refused)
        assert refused.content.decode().count("is-invalid") >= fields


def test_the_host_a_visitor_names_is_not_in_the_link(client, marta, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post(ASK, {"email": "marta@example.com"}, headers={"host": "evil.example"})
    assert reset_link(marta.user).startswith("https://por-escrito.example/")


def test_without_mail_nothing_is_promised(client, marta, settings, mailoutbox):
    settings.MAIL_IS_SET_UP = False
    for page in (client.get(ASK), client.post(ASK, {"email": "marta@example.com"})):
        assert "manage.py changepassword" in page.content.decode()
        assert 'name="email"' not in page.content.decode()
    assert mailoutbox == []


def test_the_new_password_lets_in_and_the_old_one_no_longer(client, marta):
    choose(client, path_of(marta))
    assert sign_in(client, PASSWORD).status_code == 422
    assert sign_in(client, NEW).status_code == 302


def test_choosing_it_does_not_sign_in(client, marta):
    assert choose(client, path_of(marta)).status_code == 302
    assert "_auth_user_id" not in client.session


def test_it_ends_the_pause_for_wrong_passwords(client, marta):
    AccessAttempt.objects.create(
        username="marta@example.com", ip_address="127.0.0.1", failures_since_start=8
    )
    assert sign_in(client, PASSWORD).status_code == 429
    choose(client, path_of(marta))
    assert sign_in(client, NEW).status_code == 302


def test_other_browsers_are_signed_out(client, marta, browser_of):
    elsewhere = browser_of(marta)
    choose(client, path_of(marta))
    assert not marta.user.sessions.exists()
    assert elsewhere.get(reverse("profile")).status_code == 302


def test_a_link_is_used_once(client, marta):
    path = path_of(marta)
    choose(client, path)
    assert not client.get(path, follow=True).context["validlink"]


def test_a_link_holds_for_an_hour(client, marta, settings):
    path = path_of(marta)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert not client.get(path, follow=True).context["validlink"]


@pytest.mark.parametrize("path", ["/password/reset/x/y/", "/password/reset/OTk5/a-b/"])
def test_an_invented_link_is_no_link(client, db, path):
    assert not client.get(path).context["validlink"]


def test_a_weak_password_is_refused_in_words(client, marta):
    page = client.get(path_of(marta), follow=True)
    told = {"new_password1": "12345", "new_password2": "12345"}
    assert client.post(page.redirect_chain[-1][0], told).context["form"].errors


@pytest.mark.parametrize("name", ["password_reset_done", "password_reset_complete"])
def test_anybody_may_read_what_comes_next(
    client, db, name, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8):
        assert client.get(reverse(name)).status_code == 200
