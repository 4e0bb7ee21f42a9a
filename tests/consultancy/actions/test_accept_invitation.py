from datetime import timedelta

import pytest

from consultancy.actions.accept_invitation import accept_invitation
from consultancy.actions.invite_consultant import HOLDS_FOR, invite_consultant
from consultancy.errors import AddressTaken, InvitationOver
from consultancy.models import Consultant, Invitation
from consultancy.selectors.invitations import invitation_by
from tests.people import NOW, PASSWORD, make_consultant


@pytest.fixture
def invitation(marta):
    return invitation_by(invite_consultant(marta, email="vera@example.com", at=NOW))


def accept(invitation, at=NOW):
    return accept_invitation(
        invitation,
        name="Vera Sanz",
        password=PASSWORD,
        language="en",
        time_zone="America/Bogota",
        at=at,
    )


def test_who_is_invited_gets_a_practice_of_her_own(invitation):
    vera = accept(invitation)
    assert vera.user.email == "vera@example.com"
    assert vera.user.check_password(PASSWORD)
    assert (vera.user.language, vera.user.time_zone) == ("en", "America/Bogota")
    assert not vera.user.owns_installation
    assert vera.ledger_entries.get().kind == "practice_opened"


def test_a_link_is_used_once(invitation):
    accept(invitation)
    with pytest.raises(InvitationOver):
        accept(invitation)
    assert Consultant.objects.count() == 2


@pytest.mark.parametrize("change", [{"revoked_at": NOW}, {"expires_at": NOW}])
def test_a_link_that_is_over_makes_nobody(invitation, change):
    Invitation.objects.update(**change)
    with pytest.raises(InvitationOver):
        accept(invitation)
    assert Consultant.objects.count() == 1


def test_a_link_holds_for_seven_days(invitation):
    assert accept(invitation, at=NOW + HOLDS_FOR - timedelta(seconds=1))


def test_an_address_taken_meanwhile_leaves_the_link_as_it_was(invitation):
    make_consultant("Vera", "vera@example.com")
    with pytest.raises(AddressTaken):
        accept(invitation)
    invitation.refresh_from_db()
    assert invitation.used_at is None
