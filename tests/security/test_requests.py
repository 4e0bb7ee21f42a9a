"""What a browser, or something that says it is one, may send."""

import pytest
from django.http import QueryDict
from django.test import Client as Browser
from django.urls import reverse

from requests_log.forms.new_request import NewRequestForm
from requests_log.models import ClientRequest, Message
from tests.people import NOW, make_request

NEW = "requests_log:request_new"


@pytest.fixture
def sent(bruno, marta, browser_of):
    """Send a message as Marta and return the answer."""
    browser = browser_of(marta)

    def send(text, **more):
        told = {"text": text, "client": bruno.pk, "channel": "whatsapp"}
        return browser.post(reverse(NEW), told | more)

    return send


@pytest.mark.parametrize("text", ["", "   \n\t ", "\u200b\u200d\ufeff", "\u00a0"])
def test_nothing_visible_is_asked_for_again(sent, text):
    response = sent(text)
    assert response.status_code == 422
    assert not Message.objects.exists()


def test_a_megabyte_is_refused_and_not_lost(sent):
    text = "palabra " * 125_000
    response = sent(text)
    assert response.status_code == 422
    assert "palabra palabra" in response.content.decode()
    assert not Message.objects.exists()


@pytest.mark.parametrize("broken", ["a\x00b", "a\ud800b"])
def test_a_broken_character_is_a_form_error(bruno, marta, broken):
    data = QueryDict(mutable=True)
    data.update({"text": broken, "client": str(bruno.pk), "channel": "whatsapp"})
    form = NewRequestForm(data, consultant=marta, now=NOW)
    assert not form.is_valid()
    assert list(form.errors) == ["text"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("wanted_on", "31/31/2026"),
        ("wanted_on", "0000-00-00"),
        ("happened_at", "2099-01-01T10:00"),
        ("happened_at", "ayer"),
        ("channel", "paloma"),
        ("client", "2"),
        ("client", "' OR 1=1"),
        ("submission", "no-uuid"),
    ],
)
def test_a_wrong_field_is_said_beside_it_and_the_text_stays(sent, field, value):
    response = sent("Pon un post mañana, guapa", **{field: value})
    assert response.status_code == 422
    assert "Pon un post mañana, guapa" in response.content.decode()
    assert not Message.objects.exists()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2028-02-29"])
def test_a_far_day_is_taken_as_told(sent, day):
    assert sent("Pon un post", wanted_on=day).status_code == 302


def test_html_is_shown_as_text(sent, marta, browser_of):
    response = sent("<script>alert(1)</script> <img src=x onerror=alert(2)> {{ 7 }}")
    page = browser_of(marta).get(response["Location"]).content.decode()
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
    assert "{{ 7 }}" in page


@pytest.mark.parametrize("name", ["request_verdict", "request_drop"])
def test_a_get_changes_nothing(bruno, marta, browser_of, name):
    request = make_request(bruno)
    address = reverse(f"requests_log:{name}", args=[request.pk])
    browser_of(marta).get(address, {"verdict": "fine", "reason": "a b c d"})
    assert ClientRequest.objects.get().stage == "logged"


def test_a_post_without_its_token_is_refused(bruno, marta):
    browser = Browser(enforce_csrf_checks=True)
    browser.force_login(marta.user)
    answered = browser.post(reverse(NEW), {"text": "x"})
    assert answered.status_code == 403


def test_a_foreign_host_is_refused(client, db):
    assert client.get("/login/", headers={"host": "evil.example"}).status_code == 400


def test_forwarded_headers_are_not_believed(client, db):
    response = client.get(
        "/login/",
        headers={"x-forwarded-host": "evil.example", "x-forwarded-proto": "https"},
    )
    assert "evil.example" not in response.content.decode()
    assert not response.wsgi_request.is_secure()


@pytest.mark.parametrize(
    "target",
    ["//evil.example", "\\\\evil.example", "javascript:alert(1)", "https://e.x"],
)
def test_nobody_is_sent_elsewhere(client, db, target):
    response = client.post(reverse("language"), {"language": "es", "next": target})
    assert response["Location"] == "/"


@pytest.mark.parametrize("path", ["/login/", "/nowhere/", "/", "/healthz"])
def test_every_answer_carries_the_headers(client, db, path):
    response = client.get(path)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    assert (
        response["Cache-Control"] == "no-store"
        or "max-age=0" in (response["Cache-Control"])
    )
