"""A link by mail for a forgotten password."""

import logging
import threading
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from consultancy.models import User

BETWEEN_TWO = timedelta(minutes=5)
MAILING = "reset link"  # the thread
log = logging.getLogger(__name__)


def send_reset_link(email: str, *, at: datetime) -> None:
    """Mail a link to the user of this address; to nobody where there is none, and to
    nobody who was sent one less than BETWEEN_TWO ago."""
    user = User.objects.filter(
        email=email.lower(), is_active=True, is_demo=False
    ).first()
    if user is None or not user.has_usable_password() or not _note(user, at):
        return
    # Apart, so that how long the answer takes does not tell who has an account.
    told = [user, reset_link(user)]
    threading.Thread(target=_send, args=told, name=MAILING).start()


def reset_link(user: User) -> str:
    """Return an address of this installation where USER may choose a password."""
    pk = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    path = reverse("password_reset_confirm", args=[pk, token])
    return f"{settings.PUBLIC_URL}{path}"


def _note(user: User, at: datetime) -> bool:
    """Note that a link goes out; say no when one has just gone."""
    long_ago = Q(reset_sent_at=None) | Q(reset_sent_at__lt=at - BETWEEN_TWO)
    due = User.objects.filter(long_ago, pk=user.pk)
    return due.update(reset_sent_at=at) == 1


def _send(user: User, link: str) -> None:
    with translation.override(user.language):
        letter = EmailMessage(
            _("A new password for Por Escrito"),
            render_to_string("registration/password_reset_mail.txt", {"link": link}),
            to=[user.email],
        )
    try:
        letter.send()
    except OSError:
        log.exception("The link for a forgotten password could not be mailed.")
