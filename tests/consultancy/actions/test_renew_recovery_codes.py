import pytest

from consultancy.actions.check_code import check_code
from consultancy.actions.renew_recovery_codes import renew_recovery_codes
from consultancy.errors import WrongCode
from consultancy.models import LedgerEntry
from tests.people import NOW, code_of, with_second_factor


def test_the_earlier_codes_end_and_the_ledger_says_so(marta):
    before = with_second_factor(marta)
    now = renew_recovery_codes(marta, code=code_of(marta), at=NOW)
    assert LedgerEntry.objects.latest("seq").kind == "recovery_codes_renewed"
    check_code(marta.user, now[0])
    with pytest.raises(WrongCode):
        check_code(marta.user, before[0])


def test_a_wrong_code_renews_nothing(marta):
    before = with_second_factor(marta)
    with pytest.raises(WrongCode):
        renew_recovery_codes(marta, code="000000", at=NOW)
    check_code(marta.user, before[0])
