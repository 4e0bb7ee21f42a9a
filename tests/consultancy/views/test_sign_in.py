"""The pause after too many wrong passwords: short, calm, and never for ever."""

import statistics
import time
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from consultancy.models import User
from tests.people import PASSWORD, code_of, with_second_factor

LIMIT = 8
MADRID = ZoneInfo("Europe/Madrid")


def sign_in(client, email="marta@example.com", password=PASSWORD, next_page="", **more):
    told = {"username": email, "password": password, "next": next_page}
    return client.post(reverse("login"), told, **more)


def be_wrong(client, times=LIMIT, email="marta@example.com", **more):
    return [sign_in(client, email, "no es", **more).status_code for _ in range(times)]


def let_the_pause_pass():
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))


def test_a_hundred_wrong_passwords_are_not_all_looked_at(client, marta):
    assert be_wrong(client, 100) == [422] * (LIMIT - 1) + [429] * 93
    assert sign_in(client).status_code == 429


def test_the_owner_gets_in_after_the_pause_however_long_it_went_on(client, marta):
    be_wrong(client, 20)
    let_the_pause_pass()
    assert sign_in(client).status_code == 302


def test_tries_during_the_pause_do_not_make_it_longer(client, marta):
    be_wrong(client)
    before = AccessAttempt.objects.get().attempt_time
    be_wrong(client)
    assert AccessAttempt.objects.get().attempt_time == before


def test_getting_in_forgets_the_wrong_tries(client, marta):
    be_wrong(client, LIMIT - 1)
    assert sign_in(client).status_code == 302
    assert not AccessAttempt.objects.exists()


def test_somebody_elsewhere_does_not_keep_the_owner_out(client, marta):
    be_wrong(client, REMOTE_ADDR="203.0.113.9")
    assert sign_in(client).status_code == 302


def test_wrong_passwords_are_counted_whichever_process_answers(client, marta):
    """Each process has a cache of its own; what is in it does not matter."""
    told = []
    for _ in range(LIMIT):
        cache.clear()
        told += be_wrong(client, 1)
    assert told == [422] * (LIMIT - 1) + [429]


def test_capitals_and_browsers_are_counted_together(client, marta):
    be_wrong(client, 4, "Marta@Example.com", headers={"user-agent": "one"})
    wrong = be_wrong(client, 4, headers={"user-agent": "another"})
    assert wrong[-1] == 429


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_page_says_when_in_the_reader_s_language(client, marta, language):
    be_wrong(client, headers={"accept-language": language})
    page = sign_in(client, headers={"accept-language": language})
    until = AccessAttempt.objects.get().attempt_time + timedelta(minutes=15)
    assert f'<html lang="{language}"' in page.content.decode()
    assert f"{until.astimezone(MADRID):%H:%M}" in page.content.decode()
    assert 0 < int(page.headers["Retry-After"]) <= 15 * 60


def test_an_unknown_address_is_answered_alike(client, marta):
    known = be_wrong(client)
    page = sign_in(client, password="no es").content.decode()
    assert be_wrong(client, email="nadie@example.com") == known
    other = sign_in(client, "nadie@example.com", "no es").content.decode()
    assert "nadie@example.com" in other
    assert without_what_differs(other) == without_what_differs(page)


def without_what_differs(page):
    lines = page.replace("nadie@", "marta@").splitlines()
    kept = [line for line in lines if "csrf" not in line.lower()]
    return [line for line in kept if "<time" not in line]


def test_an_unknown_address_takes_as_long(client, marta, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    User.objects.update(password=make_password(PASSWORD))
    known = seconds(client, "marta@example.com")
    unknown = seconds(client, "nadie@example.com")
    assert 0.5 < unknown / known < 2


def seconds(client, email):
    """Return the middle one of five, of the processor's: others run here, too."""
    taken = []
    for _ in range(5):
        began = time.process_time()
        sign_in(client, email, "no es")
        taken.append(time.process_time() - began)
    return statistics.median(taken)


def test_what_was_typed_is_not_kept(client, marta):
    sign_in(client, password="la de otra parte")
    kept = AccessAttempt.objects.values().get()
    assert "la de otra parte" not in str(kept)
    assert "marta@" not in kept["post_data"]


@pytest.mark.parametrize("email", ["a" * 300 + "@example.com", "a\x00@example.com"])
def test_an_impossible_address_is_only_wrong(client, marta, email):
    assert set(be_wrong(client, LIMIT + 1, email)) <= {422, 429}


def test_the_way_in_takes_few_queries(client, marta, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get(reverse("login"))
    be_wrong(client)
    with django_assert_max_num_queries(8):
        sign_in(client)


def give(client, code):
    return client.post(reverse("sign_in_code"), {"code": code})


def test_a_password_alone_does_not_let_in_where_a_code_is_asked_for(client, marta):
    with_second_factor(marta)
    response = sign_in(client, next_page="/clients/")
    assert response["Location"] == reverse("sign_in_code")
    assert "_auth_user_id" not in client.session
    assert client.get(reverse("profile")).status_code == 302


def test_the_code_lets_in_and_leads_to_where_one_wanted(client, marta):
    with_second_factor(marta)
    sign_in(client, next_page="/clients/")
    before = client.session.session_key
    assert give(client, code_of(marta))["Location"] == "/clients/"
    assert client.session.session_key != before
    assert client.get(reverse("profile")).status_code == 200


def test_a_recovery_code_lets_in(client, marta):
    codes = with_second_factor(marta)
    sign_in(client)
    assert give(client, codes[3]).status_code == 302
    assert "_auth_user_id" in client.session


def test_a_wrong_code_does_not_and_then_there_is_a_wait(client, marta):
    with_second_factor(marta)
    sign_in(client)
    assert give(client, "000000").status_code == 422
    assert give(client, code_of(marta)).status_code == 422
    assert "_auth_user_id" not in client.session


def test_a_code_lets_in_once(client, marta, browser_of):
    with_second_factor(marta)
    code = code_of(marta)
    for status in (302, 422):
        client.session.flush()
        client.cookies.clear()
        sign_in(client)
        assert give(client, code).status_code == status


def test_nobody_gives_a_code_before_his_password(client, marta):
    with_second_factor(marta)
    assert give(client, code_of(marta))["Location"] == reverse("login")
    assert client.get(reverse("sign_in_code"))["Location"] == reverse("login")


def test_a_password_set_anew_still_takes_the_code(client, marta):
    with_second_factor(marta)
    marta.user.set_password("otra contraseña larga")
    marta.user.save()
    response = sign_in(client, password="otra contraseña larga")
    assert response["Location"] == reverse("sign_in_code")


def test_a_right_password_does_not_forget_wrong_ones_before_the_code(client, marta):
    with_second_factor(marta)
    be_wrong(client, LIMIT - 1)
    sign_in(client)
    assert AccessAttempt.objects.get().failures_since_start == LIMIT - 1
    give(client, code_of(marta))
    assert not AccessAttempt.objects.exists()


def test_the_page_for_the_code_takes_few_queries(
    client, marta, django_assert_max_num_queries
):
    with_second_factor(marta)
    sign_in(client)
    with django_assert_max_num_queries(8):
        client.get(reverse("sign_in_code"))
