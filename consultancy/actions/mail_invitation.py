"""An invitation, by mail."""

import logging

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from consultancy.models import Consultant

log = logging.getLogger(__name__)


def mail_invitation(owner: Consultant, *, email: str, link: str) -> bool:
    """Send LINK in the owner's language; say whether it was handed over."""
    with translation.override(owner.user.language):
        letter = EmailMessage(
            _("An invitation to Por Escrito"),
            render_to_string(
                "registration/invitation_mail.txt", {"link": link, "name": owner.name}
            ),
            to=[email],
        )
    try:
        letter.send()
    except OSError:
        log.exception("An invitation could not be mailed.")
        return False
    return True
