import pytest

from consultancy.actions.deactivate_consultant import (
    deactivate_consultant,
    reactivate_consultant,
)
from consultancy.errors import NotTheOwner
from consultancy.models import Session
from tests.people import NOW


def test_who_is_deactivated_is_out_at_once(marta, nadia, browser_of):
    web = browser_of(nadia)
    assert web.get("/clients/").status_code == 200
    deactivate_consultant(marta, nadia, at=NOW)
    assert web.get("/clients/").status_code == 302
    assert not Session.objects.filter(user=nadia.user).exists()


def test_who_is_reactivated_signs_in_anew(marta, nadia, browser_of):
    web = browser_of(nadia)
    deactivate_consultant(marta, nadia, at=NOW)
    reactivate_consultant(marta, nadia, at=NOW)
    assert web.get("/clients/").status_code == 302
    nadia.user.refresh_from_db()
    assert browser_of(nadia).get("/clients/").status_code == 200


def test_what_is_so_already_is_entered_once(marta, nadia):
    for _ in range(2):
        deactivate_consultant(marta, nadia, at=NOW)
    kinds = marta.ledger_entries.values_list("kind", flat=True)
    assert list(kinds).count("consultant_deactivated") == 1


@pytest.mark.parametrize("act", [deactivate_consultant, reactivate_consultant])
def test_only_the_owner_does_it_and_not_to_the_owner(marta, nadia, act):
    for owner, other in ((nadia, marta), (nadia, nadia), (marta, marta)):
        with pytest.raises(NotTheOwner):
            act(owner, other, at=NOW)
    marta.user.refresh_from_db()
    assert marta.user.is_active
