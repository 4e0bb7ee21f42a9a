"""Forms that Django brings, refused as the app's own are."""

import pytest
from django.urls import reverse

from consultancy.web.form_page import REFUSED

CHANGE = {"old_password": "no es", "new_password1": "a", "new_password2": "b"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("login", {"username": "marta@example.com", "password": "no es"}),
        ("password_change", CHANGE),
        ("password_reset", {"email": "no address"}),
    ],
)
def test_the_focus_is_left_to_what_is_to_be_mended(client, marta, settings, name, told):
    settings.MAIL_IS_SET_UP = True
    if name == "password_change":
        client.force_login(marta.user)
    path = reverse(name)
    assert b"autofocus" in client.get(path).content
    response = client.post(path, told)
    assert response.status_code == REFUSED
    assert b"autofocus" not in response.content


def test_what_is_wrong_as_a_whole_is_announced(client, marta):
    told = {"username": "marta@example.com", "password": "no es"}
    said = client.post(reverse("login"), told).content
    assert b'role="alert" tabindex="-1"' in said
