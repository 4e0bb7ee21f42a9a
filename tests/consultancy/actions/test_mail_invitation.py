from django.utils import translation

from consultancy.actions.mail_invitation import mail_invitation
from consultancy.models import Consultant

LINK = "https://por-escrito.example/invitation/x/"


def test_the_link_stands_on_a_line_of_its_own(marta, mailoutbox):
    Consultant.objects.update(name='Marta "<b>" Roldán')
    marta.refresh_from_db()
    marta.user.language = "en"
    with translation.override("es"):
        assert mail_invitation(marta, email="vera@example.com", link=LINK)
    (letter,) = mailoutbox
    assert letter.to == ["vera@example.com"]
    assert letter.subject == "An invitation to Por Escrito"
    assert f"\n{LINK}\n" in letter.body
    assert 'Marta "<b>" Roldán invites you' in letter.body


def test_mail_that_does_not_go_out_is_told(marta, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert not mail_invitation(marta, email="vera@example.com", link=LINK)
    assert LINK not in caplog.text
