"""Signing in, and no longer being signed in."""

import pytest
from django.urls import reverse

from consultancy.models import User
from tests.people import PASSWORD


def sign_in(client, email="marta@example.com", password=PASSWORD, **more):
    told = {"username": email, "password": password}
    return client.post(reverse("login"), told | more)


def test_marta_signs_in_with_her_address_whatever_its_capitals(client, marta):
    assert sign_in(client, "Marta@Example.COM").status_code == 302


def test_a_wrong_password_says_so_and_no_more(client, marta):
    response = sign_in(client, password="otra")
    unknown = sign_in(client, "nadie@example.com", "otra")
    assert response.status_code == unknown.status_code == 422
    assert "_auth_user_id" not in client.session


def test_the_session_is_a_new_one_after_signing_in(client, marta):
    client.get(reverse("login"))
    session = client.session
    session["x"] = 1
    session.save()
    before = session.session_key
    sign_in(client)
    assert client.session.session_key != before


def test_signing_out_is_a_post_and_ends_the_session(client, marta):
    sign_in(client)
    assert client.get(reverse("logout")).status_code == 405
    client.post(reverse("logout"))
    assert client.get(reverse("profile")).status_code == 302


def test_a_user_who_is_no_longer_active_is_out_at_once(client, marta):
    sign_in(client)
    User.objects.update(is_active=False)
    assert client.get(reverse("profile")).status_code == 302


@pytest.mark.parametrize(("demo", "status"), [(True, 200), (False, 302)])
def test_the_demo_user_lives_while_the_demo_does(client, marta, settings, demo, status):
    User.objects.update(is_demo=True)
    sign_in(client)
    settings.DEMO = demo
    assert client.get(reverse("profile")).status_code == status


def test_next_stays_here(client, marta):
    response = sign_in(client, next="//evil.example/")
    assert response["Location"] == reverse("requests_log:today")


def test_the_password_can_be_changed(client, marta):
    sign_in(client)
    response = client.post(
        reverse("password_change"),
        {
            "old_password": PASSWORD,
            "new_password1": "otra contraseña larga",
            "new_password2": "otra contraseña larga",
        },
    )
    assert response.status_code == 302
    client.post(reverse("logout"))
    assert sign_in(client, password="otra contraseña larga").status_code == 302
