from datetime import timedelta

import pytest
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from consultancy.actions.check_code import check_code
from consultancy.errors import TooManyCodes, WrongCode
from tests.people import code_of, with_second_factor


@pytest.fixture
def codes(marta):
    return with_second_factor(marta)


def wait_long_enough():
    TOTPDevice.objects.update(
        throttling_failure_timestamp=timezone.now() - timedelta(minutes=9)
    )


def test_a_code_is_never_accepted_twice(marta, codes):
    code = code_of(marta)
    check_code(marta.user, code)
    with pytest.raises(WrongCode):
        check_code(marta.user, code)


def test_the_code_that_turned_it_on_does_not_let_in(marta, codes):
    with pytest.raises(WrongCode):
        check_code(marta.user, code_of(marta, steps=-1))


def test_a_code_of_ten_minutes_ago_is_too_old(marta, codes):
    with pytest.raises(WrongCode):
        check_code(marta.user, code_of(marta, steps=-20))


def test_a_recovery_code_is_accepted_once_however_it_is_typed(marta, codes):
    check_code(marta.user, f" {codes[0].upper().replace('-', ' ')} ")
    with pytest.raises(WrongCode):
        check_code(marta.user, codes[0])
    StaticDevice.objects.update(throttling_failure_timestamp=None)
    check_code(marta.user, codes[1])
    assert StaticToken.objects.count() == 8


def test_what_is_stored_of_a_recovery_code_does_not_let_in(marta, codes):
    for stored in StaticToken.objects.values_list("token", flat=True)[:2]:
        StaticDevice.objects.update(throttling_failure_timestamp=None)
        assert stored not in codes
        with pytest.raises(WrongCode):
            check_code(marta.user, stored)


def test_another_s_codes_are_wrong(marta, nadia, codes):
    with_second_factor(nadia)
    for code in (codes[0], code_of(marta)):
        with pytest.raises(WrongCode):
            check_code(nadia.user, code)


@pytest.mark.parametrize("code", ["", "12345", "१२३४५६", "a" * 40, "\u202e123456"])
def test_nonsense_is_only_wrong(marta, codes, code):
    with pytest.raises(WrongCode):
        check_code(marta.user, code)


def test_who_has_no_second_factor_has_no_code(marta):
    with pytest.raises(WrongCode):
        check_code(marta.user, "123456")


def test_wrong_codes_double_the_wait_up_to_nine_minutes(marta, codes):
    waits = []
    for _ in range(12):
        with pytest.raises(WrongCode):
            check_code(marta.user, "000000")
        with pytest.raises(TooManyCodes) as too_many:
            check_code(marta.user, code_of(marta))
        waits.append(round((too_many.value.until - timezone.now()).total_seconds()))
        wait_long_enough()
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 512, 512]
    check_code(marta.user, code_of(marta))


def test_recovery_codes_work_while_the_authenticator_waits(marta, codes):
    with pytest.raises(WrongCode):
        check_code(marta.user, "000000")
    check_code(marta.user, codes[0])
