from datetime import timedelta

import pytest

from consultancy.actions.invite_consultant import (
    HOLDS_FOR,
    invite_consultant,
    revoke_invitation,
)
from consultancy.errors import (
    AddressTaken,
    InstallationReadOnly,
    InvitedJustNow,
    NotTheOwner,
)
from consultancy.models import Invitation
from consultancy.selectors.invitations import invitation_by
from tests.people import NOW, make_consultant

LATER = NOW + timedelta(minutes=2)


def invite(owner, email="vera@example.com", at=NOW):
    return invite_consultant(owner, email=email, at=at)


def test_only_a_digest_of_the_link_is_stored(marta):
    token = invite(marta)
    row = Invitation.objects.get()
    assert len(token) >= 43  # 256 bits
    assert token not in str(vars(row))
    assert invitation_by(token) == row
    assert row.expires_at == NOW + HOLDS_FOR
    entry = marta.ledger_entries.latest("seq")
    assert entry.kind == "consultant_invited"
    assert token not in str(entry.payload.content)


def test_who_does_not_own_the_installation_invites_nobody(marta, nadia):
    with pytest.raises(NotTheOwner):
        invite(nadia)


def test_the_demos_user_owns_nothing(db):
    demo = make_consultant("Demo", "demo@example.com", is_demo=True)
    first = make_consultant()
    assert not demo.user.owns_installation
    assert first.user.owns_installation


@pytest.mark.parametrize("email", ["nadia@example.com", "Nadia@Example.com"])
def test_an_address_in_use_is_not_invited(marta, nadia, email):
    with pytest.raises(AddressTaken):
        invite(marta, email)


def test_a_newer_link_takes_the_place_of_the_earlier(marta):
    first = invitation_by(invite(marta))
    second = invitation_by(invite(marta, "Vera@example.com", at=LATER))
    first.refresh_from_db()
    assert first.revoked_at == LATER
    assert second.revoked_at is None


def test_a_second_press_makes_no_second_link(marta):
    invite(marta)
    with pytest.raises(InvitedJustNow):
        invite(marta, at=NOW + timedelta(seconds=2))
    assert Invitation.objects.get().revoked_at is None


def test_an_invitation_is_withdrawn_once(marta):
    pk = invitation_by(invite(marta)).pk
    assert revoke_invitation(marta, pk, at=NOW)
    assert not revoke_invitation(marta, pk, at=LATER)
    assert Invitation.objects.get().revoked_at == NOW
    assert marta.ledger_entries.filter(kind="invitation_revoked").count() == 1


def test_an_invitation_of_another_is_not_withdrawn(marta, nadia):
    pk = invitation_by(invite(marta)).pk
    assert not revoke_invitation(nadia, pk, at=NOW)


def test_nobody_is_invited_while_nothing_can_be_recorded(marta, settings):
    settings.SIGNING_SECRET = ""
    with pytest.raises(InstallationReadOnly):
        invite(marta)
    assert not Invitation.objects.exists()
