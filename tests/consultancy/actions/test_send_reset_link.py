from datetime import timedelta

import pytest
from django.utils import translation

from consultancy.actions.send_reset_link import send_reset_link
from consultancy.models import User
from tests.mailing import let_mail_go_out
from tests.people import NOW


@pytest.fixture
def sent(settings, mailoutbox):
    """Return what was mailed, once the thread that mails it is through."""
    settings.PUBLIC_URL = "https://por-escrito.example"

    def sent():
        let_mail_go_out()
        return mailoutbox

    return sent


def test_the_link_is_of_the_public_address_alone(marta, sent):
    User.objects.update(language="en")
    with translation.override("es"):
        send_reset_link("Marta@Example.com", at=NOW)
    (letter,) = sent()
    assert letter.to == ["marta@example.com"]
    assert letter.subject == "A new password for Por Escrito"
    assert "\nhttps://por-escrito.example/password/reset/" in letter.body
    assert "&#" not in letter.body


def test_a_second_link_waits_five_minutes(marta, sent):
    for minutes in (0, 4, 6):
        send_reset_link("marta@example.com", at=NOW + timedelta(minutes=minutes))
    assert len(sent()) == 2


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_demo": True}])
def test_who_may_not_sign_in_gets_no_link(marta, sent, change):
    User.objects.update(**change)
    send_reset_link("marta@example.com", at=NOW)
    assert sent() == []


def test_nobody_is_written_to_where_nobody_is(marta, sent):
    send_reset_link("nadie@example.com", at=NOW)
    assert sent() == []


def test_mail_that_does_not_go_out_is_only_noted(marta, sent, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    send_reset_link("marta@example.com", at=NOW)
    sent()
    assert "could not be mailed" in caplog.text
