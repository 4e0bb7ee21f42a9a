import pytest
from django.core.management import CommandError, call_command

from consultancy.actions.hold_client import hold_client
from consultancy.models import Client
from tests.people import NOW


@pytest.fixture
def typed(monkeypatch):
    def typed(name):
        monkeypatch.setattr("builtins.input", lambda _asked: name)

    return typed


def test_a_client_whose_name_was_typed_is_erased(bruno, typed, capsys):
    typed("ferreteria bruno")
    call_command("erase_client", str(bruno.pk), ground="requested")
    assert not Client.objects.exists()
    assert "The client is erased." in capsys.readouterr().out


def test_another_name_erases_nobody(bruno, typed):
    typed("Pastelería Ana")
    with pytest.raises(CommandError, match="not the client's name"):
        call_command("erase_client", str(bruno.pk), ground="requested")
    assert Client.objects.exists()


def test_a_client_nobody_has_is_refused(db):
    with pytest.raises(CommandError, match="no client 99"):
        call_command("erase_client", "99", ground="requested")


def test_a_refusal_is_said(bruno, typed):
    hold_client(bruno, reason="Demanda", at=NOW)
    typed(bruno.name)
    with pytest.raises(CommandError, match="hold"):
        call_command("erase_client", str(bruno.pk), ground="requested")
