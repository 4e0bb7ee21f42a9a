from datetime import timedelta

import pytest

from consultancy.models import Invitation
from consultancy.selectors.invitations import state_of, waiting_invitations
from tests.people import NOW


def make(consultant, **told):
    times = {"created_at": NOW, "expires_at": NOW + timedelta(days=7)}
    count = Invitation.objects.count()
    return Invitation.objects.create(
        consultant=consultant,
        email=f"vera{count}@example.com",
        token_sha256=f"{count:064}",
        **(times | told),
    )


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ({}, "open"),
        ({"used_at": NOW}, "used"),
        ({"revoked_at": NOW}, "revoked"),
        ({"expires_at": NOW}, "expired"),
        ({"used_at": NOW, "expires_at": NOW}, "used"),
    ],
)
def test_a_link_is_in_one_state(marta, told, state):
    assert state_of(make(marta, **told), at=NOW) == state


def test_those_that_wait_are_listed_newest_first(marta, nadia):
    make(marta, used_at=NOW)
    make(marta, revoked_at=NOW)
    make(nadia)
    waiting = [make(marta), make(marta, expires_at=NOW)]
    assert list(waiting_invitations(marta)) == waiting[::-1]
