import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client as Browser
from django.urls import reverse

pytestmark = pytest.mark.django_db


def answer(monkeypatch, error):
    def breaks(_consultant):
        raise error

    monkeypatch.setattr("consultancy.views.health.why_read_only", breaks)
    return Browser(raise_request_exception=False).get(reverse("readyz"))


@pytest.mark.parametrize("error", [OperationalError("gone"), InterfaceError("closed")])
def test_while_the_database_is_away_one_is_asked_to_come_back(monkeypatch, error):
    response = answer(monkeypatch, error)
    assert response.status_code == 503
    assert response["Retry-After"] == "5"
    assert "no-store" in response["Cache-Control"]
    assert "Back in a moment" in response.content.decode()


def test_any_other_fault_is_said_to_be_ours(monkeypatch):
    response = answer(monkeypatch, ValueError("ours"))
    assert response.status_code == 500
    assert "Something broke on our side" in response.content.decode()
