import pytest
from django.core.management import CommandError, call_command

from consultancy.selectors.second_factor import has_second_factor
from tests.people import with_second_factor


def test_it_is_off_for_the_address_named(marta):
    with_second_factor(marta)
    call_command("disable_second_factor", "Marta@example.com")
    assert not has_second_factor(marta.user)


def test_nobody_s_address_is_said_to_be_nobody_s(db):
    with pytest.raises(CommandError, match="Nobody here"):
        call_command("disable_second_factor", "nadie@example.com")


def test_it_says_so_when_nothing_can_be_written(marta, settings):
    settings.SIGNING_SECRET = None
    with pytest.raises(CommandError, match="SIGNING_SECRET"):
        call_command("disable_second_factor", "marta@example.com")
