import pytest

from consultancy.actions.disable_second_factor import disable_second_factor
from consultancy.actions.write_down import SYSTEM
from consultancy.errors import InstallationReadOnly
from consultancy.models import LedgerEntry
from consultancy.selectors.second_factor import has_second_factor
from tests.people import NOW, with_second_factor


def test_it_is_off_for_that_consultant_alone_and_the_ledger_says_so(marta, nadia):
    for consultant in (marta, nadia):
        with_second_factor(consultant)
    disable_second_factor(marta, at=NOW, actor=SYSTEM)
    assert not has_second_factor(marta.user)
    assert has_second_factor(nadia.user)
    entry = LedgerEntry.objects.filter(consultant=marta).latest("seq")
    assert (entry.kind, entry.actor) == ("second_factor_disabled", SYSTEM)


def test_it_stays_on_when_nothing_can_be_written(marta, settings):
    with_second_factor(marta)
    settings.SIGNING_SECRET = None
    with pytest.raises(InstallationReadOnly):
        disable_second_factor(marta, at=NOW)
    assert has_second_factor(marta.user)
