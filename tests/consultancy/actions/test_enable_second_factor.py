import pytest
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from consultancy.actions.enable_second_factor import (
    begin_second_factor,
    enable_second_factor,
)
from consultancy.errors import InstallationReadOnly, WrongCode
from consultancy.models import LedgerEntry
from consultancy.selectors.second_factor import has_second_factor
from tests.people import NOW, code_of, with_second_factor


def test_a_key_asks_for_nothing_before_it_has_shown_a_code(marta):
    begin_second_factor(marta.user)
    assert not has_second_factor(marta.user)
    with pytest.raises(WrongCode):
        enable_second_factor(marta, code="000000", at=NOW)
    assert not has_second_factor(marta.user)


def test_a_code_turns_it_on_and_the_ledger_says_so(marta):
    codes = with_second_factor(marta)
    assert has_second_factor(marta.user)
    assert len(set(codes)) == 10
    entry = LedgerEntry.objects.latest("seq")
    assert (entry.kind, entry.at) == ("second_factor_enabled", NOW)
    assert not any(code in str(entry.payload.content) for code in codes)


def test_a_new_telephone_takes_the_place_of_the_old(marta):
    with_second_factor(marta)
    old = TOTPDevice.objects.get()
    begin_second_factor(marta.user)
    assert has_second_factor(marta.user)
    new = TOTPDevice.objects.get(confirmed=False)
    code = f"{totp(new.bin_key):06}"
    enable_second_factor(marta, code=code, at=NOW)
    assert TOTPDevice.objects.get().key == new.key != old.key


def test_it_stays_off_when_nothing_can_be_written(marta, settings):
    begin_second_factor(marta.user)
    settings.SIGNING_SECRET = None
    with pytest.raises(InstallationReadOnly):
        enable_second_factor(marta, code=code_of(marta), at=NOW)
    assert not has_second_factor(marta.user)
