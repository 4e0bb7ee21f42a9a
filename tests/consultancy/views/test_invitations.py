from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from consultancy.actions.invite_consultant import invite_consultant
from consultancy.models import Consultant, Invitation, Session, User
from tests.people import PASSWORD, make_consultant

TYPED = {
    "name": "Vera Sanz",
    "password1": PASSWORD,
    "password2": PASSWORD,
    "language": "en",
    "time_zone": "Europe/London",
}


@pytest.fixture
def path(marta):
    now = timezone.now()
    token = invite_consultant(marta, email="vera@example.com", at=now)
    return reverse("invitation_accept", args=[token])


def test_who_is_invited_makes_an_account_and_is_in(client, path):
    assert "vera@example.com" in client.get(path).content.decode()
    page = client.post(path, TYPED, follow=True)
    assert page.status_code == 200
    assert "Your practice is yours alone." in page.content.decode()
    assert Consultant.objects.get(name="Vera Sanz").user.language == "en"
    assert Session.objects.filter(user__email="vera@example.com").exists()


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_looking_at_the_page_uses_nothing_up(client, path, method):
    getattr(client, method)(path)
    assert Invitation.objects.get().used_at is None
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"used_at": timezone.now()}, "An account was made with it"),
        ({"revoked_at": timezone.now()}, "It was withdrawn"),
        ({"expires_at": timezone.now() - timedelta(days=1)}, "good for seven days"),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_is_over_says_why(client, path, change, words, method):
    Invitation.objects.update(**change)
    response = getattr(client, method)(path, TYPED, headers={"accept-language": "en"})
    assert response.status_code == 410
    assert words in response.content.decode()
    assert Consultant.objects.count() == 1


@pytest.mark.parametrize("token", ["x", "a" * 43, "%2e%2e", "a" * 5_000])
def test_an_invented_link_is_not_there(client, path, token):
    assert client.get(f"/invitation/{token}/").status_code == 404


def test_what_was_invited_is_the_address(client, path):
    extra = {"email": "evil@example.com", "is_superuser": "on", "is_staff": "on"}
    client.post(path, TYPED | extra)
    vera = User.objects.get(email="vera@example.com")
    assert not vera.is_superuser
    assert not vera.is_staff


@pytest.mark.parametrize(
    "change",
    [
        {"password2": "otra cosa"},
        {"password1": "12345", "password2": "12345"},
        {"password1": "vera@example.com", "password2": "vera@example.com"},
        {"name": " \u200b "},
        {"name": "\u202eareV"},
        {"time_zone": "Mars/Base"},
        {"language": "fr"},
    ],
)
def test_what_is_wrong_is_said_and_the_link_still_holds(client, path, change):
    response = client.post(path, TYPED | change)
    assert response.status_code == 422
    assert Invitation.objects.get().used_at is None
    assert Consultant.objects.count() == 1


def test_an_address_taken_meanwhile_is_told(client, path):
    make_consultant("Vera", "vera@example.com")
    response = client.post(path, TYPED, headers={"accept-language": "en"})
    assert response.status_code == 422
    assert "Sign in with it." in response.content.decode()


def test_while_nothing_can_be_recorded_the_link_waits(client, path, settings):
    settings.SIGNING_SECRET = ""
    response = client.post(path, TYPED)
    assert response.status_code == 422
    assert "Vera Sanz" in response.content.decode()
    assert Invitation.objects.get().used_at is None


def test_who_is_signed_in_is_asked_to_sign_out_first(marta, browser_of, path):
    web = browser_of(marta)
    for answer in (web.get(path), web.post(path, TYPED)):
        assert "marta@example.com" in answer.content.decode()
    assert Invitation.objects.get().used_at is None


def test_the_page_is_in_no_cache_and_tells_no_other_site(client, path):
    response = client.get(path)
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "same-origin"


def test_the_page_takes_few_queries(client, path, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get(path)
