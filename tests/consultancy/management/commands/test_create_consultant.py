import getpass

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from consultancy.models import Consultant, LedgerEntry


@pytest.fixture
def typed(monkeypatch):
    """Answer the questions for a password."""

    def typed(*answers):
        queue = list(answers)
        monkeypatch.setattr(getpass, "getpass", lambda _prompt: queue.pop(0))

    return typed


def create(*more):
    call_command("create_consultant", "marta@example.com", "--name", "Marta", *more)


def test_the_first_user_has_a_practice_and_a_ledger(db, typed):
    typed("una contraseña larga", "una contraseña larga")
    create("--time-zone", "America/Mexico_City")
    marta = Consultant.objects.get()
    assert marta.user.time_zone == "America/Mexico_City"
    assert LedgerEntry.objects.of(marta).get().kind == "practice_opened"


@pytest.mark.parametrize(
    ("answers", "more"),
    [
        (("una contraseña larga", "otra contraseña larga"), ()),
        (("una contraseña larga",) * 2, ("--time-zone", "Marte/Olimpo")),
    ],
)
def test_what_does_not_fit_is_said(db, typed, answers, more):
    typed(*answers)
    with pytest.raises(CommandError):
        create(*more)
    assert not Consultant.objects.exists()


def test_a_weak_password_is_refused(db, typed):
    typed("123", "123")
    with pytest.raises((CommandError, ValidationError)):
        create()
    assert not Consultant.objects.exists()


def test_an_address_is_used_once(marta, typed):
    typed("una contraseña larga", "una contraseña larga")
    with pytest.raises(CommandError):
        call_command("create_consultant", "MARTA@example.com", "--name", "Otra")
    assert Consultant.objects.count() == 1
