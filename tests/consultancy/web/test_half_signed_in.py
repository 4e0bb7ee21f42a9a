from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory

from consultancy.models import User
from consultancy.web import half_signed_in
from tests.people import NOW


@pytest.fixture
def request_of_marta(marta):
    request = RequestFactory().get("/")
    request.session = SessionStore()
    user = marta.user
    user.backend = "consultancy.backends.PracticeBackend"
    half_signed_in.remember(request, user, goes_to="/clients/", at=NOW)
    return request


@pytest.mark.parametrize(("minutes", "known"), [(0, True), (9, True), (11, False)])
def test_the_password_is_remembered_for_ten_minutes(request_of_marta, minutes, known):
    at = NOW + timedelta(minutes=minutes)
    assert (half_signed_in.remembered(request_of_marta, at=at) is not None) == known


@pytest.mark.parametrize("change", [{"password": "another"}, {"is_active": False}])
def test_it_is_not_after_a_change(request_of_marta, change):
    User.objects.update(**change)
    assert half_signed_in.remembered(request_of_marta, at=NOW) is None


def test_forgetting_it_says_where_to_go(request_of_marta):
    assert half_signed_in.forget(request_of_marta) == "/clients/"
    assert half_signed_in.remembered(request_of_marta, at=NOW) is None
