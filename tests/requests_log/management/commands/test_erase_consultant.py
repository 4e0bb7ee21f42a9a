"""An account goes by procedure, or is refused while anything is kept."""

import pytest
from django.core.management import CommandError, call_command

from consultancy.actions.change_profile import Look, change_profile
from consultancy.actions.finish_erasure import finish_erasure
from consultancy.ledger.verify import verify_chain
from consultancy.models import (
    Consultant,
    DocumentFile,
    LedgerPayload,
    Session,
    SigningKey,
    User,
)
from consultancy.selectors.verification import Answer, verify_file
from requests_log.actions.erase_client import erase_client
from requests_log.actions.record_decision import record_decision
from requests_log.models import OwnRule, OwnRuleVersion
from tests.people import (
    NOW,
    PASSWORD,
    answer,
    make_advised,
    make_client,
    with_second_factor,
)
from tests.requests_log.own_rules import write_rule


@pytest.fixture
def typed(monkeypatch):
    def typed(address):
        monkeypatch.setattr("builtins.input", lambda _asked: address)

    typed("nadia@example.com")
    return typed


@pytest.fixture
def left(marta, nadia, browser_of):
    """Nadia once her only client is erased, with what makes an account."""
    browser_of(nadia)
    with_second_factor(nadia)
    told = {"name": "Nadia Ferri", "trade": "Redes", "tax_id": "X1", "address": "C/ 1"}
    change_profile(
        nadia,
        letterhead=told | {"email": "n@example.com", "phone": "600"},
        language="es",
        time_zone="Europe/Madrid",
        look=Look("#123456", None),
        at=NOW,
    )
    write_rule(nadia)
    client = make_client(nadia, "Pastelería Ana")
    record_decision(make_advised(client), answer=answer(), at=NOW)
    finish_erasure(
        erase_client(client, ground="requested", today=NOW.date(), at=NOW), at=NOW
    )
    return nadia


def erase():
    call_command("erase_consultant", "nadia@example.com")


@pytest.mark.parametrize("step", ["client", "evidence"])
def test_it_is_refused_while_anything_is_kept(marta, nadia, typed, step):
    client = make_client(nadia)
    if step == "evidence":
        record_decision(make_advised(client), answer=answer(), at=NOW)
        erase_client(client, ground="requested", today=NOW.date(), at=NOW)
    with pytest.raises(CommandError, match=r"1 (clients are left|erased ones)"):
        erase()
    nadia.refresh_from_db()
    assert nadia.name == "Nadia Ferri"


def test_nothing_tells_of_the_person_any_more(left, typed):
    erase()
    left.refresh_from_db()
    user = User.objects.get(pk=left.user_id)
    assert (left.name, left.trade, left.tax_id, left.address) == ("erased", "", "", "")
    assert "nadia" not in user.email
    assert not Session.objects.filter(user=user).exists()
    assert not SigningKey.objects.filter(consultant=left).exists()
    assert not OwnRuleVersion.objects.of(left).exists()
    assert not OwnRule.objects.of(left).exists()
    assert not user.check_password(PASSWORD)
    assert not user.is_active
    kinds = LedgerPayload.objects.filter(entry__consultant=left)
    told = set(kinds.values_list("entry__kind", flat=True))
    assert told <= {"erased", "client_erased", "account_erased"}
    assert verify_chain(left).fault is None


def test_a_letter_somebody_holds_can_still_be_checked(marta, nadia, typed):
    client = make_client(nadia)
    record_decision(make_advised(client), answer=answer(), at=NOW)
    letter = DocumentFile.objects.get().file.open("rb").read()
    erasure = erase_client(client, ground="requested", today=NOW.date(), at=NOW)
    finish_erasure(erasure, at=NOW)
    erase()
    assert verify_file(letter).answer is Answer.UNCHANGED


def test_others_keep_all_that_is_theirs(left, marta, typed):
    before = LedgerPayload.objects.filter(entry__consultant=marta).count()
    erase()
    assert LedgerPayload.objects.filter(entry__consultant=marta).count() == before
    assert Consultant.objects.get(pk=marta.pk).name == "Marta Roldán"


def test_another_address_erases_nobody(left, typed):
    typed("marta@example.com")
    with pytest.raises(CommandError, match="another address"):
        erase()
    left.refresh_from_db()
    assert left.name == "Nadia Ferri"


def test_the_owner_of_the_installation_stays(marta, typed):
    with pytest.raises(CommandError, match="owns the installation"):
        call_command("erase_consultant", "marta@example.com")
