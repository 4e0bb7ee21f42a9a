import pytest

from consultancy.actions.bring_key import Archive, bring_key
from consultancy.errors import NotAlone
from consultancy.models import SigningKey, User
from tests.consultancy.paper.archives import PASSWORD, archive
from tests.people import NOW, make_consultant


def bring(consultant):
    return bring_key(consultant, archive=Archive(archive(), PASSWORD), at=NOW)


def test_where_others_work_too_no_key_is_taken(marta, nadia):
    with pytest.raises(NotAlone):
        bring(marta)
    assert not SigningKey.objects.exists()


def test_who_can_no_longer_sign_in_does_not_count(marta, nadia):
    User.objects.filter(pk=nadia.user_id).update(is_active=False)
    make_consultant("Demo", "demo@example.com", is_demo=True)
    assert bring(marta).name.startswith("ROLDÁN")


def test_the_archive_and_its_password_are_never_shown():
    told = repr(Archive(b"the archive", "the password"))
    assert "the archive" not in told
    assert "the password" not in told
