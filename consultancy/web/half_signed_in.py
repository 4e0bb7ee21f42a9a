"""Whoever gave the right password and has yet to give a code. Not signed in."""

from datetime import datetime, timedelta

from django.contrib.auth import load_backend
from django.http import HttpRequest

from consultancy.models import User

PATIENCE = timedelta(minutes=10)
KEY = "half_signed_in"


def remember(request: HttpRequest, user: User, *, goes_to: str, at: datetime) -> None:
    """Note in the session that USER's password was right."""
    request.session.cycle_key()
    request.session[KEY] = {
        "user": user.pk,
        "backend": user.backend,
        "password": user.get_session_auth_hash(),
        "goes_to": goes_to,
        "until": (at + PATIENCE).timestamp(),
    }


def remembered(request: HttpRequest, *, at: datetime) -> User | None:
    """Return that user, unless it was long ago or the password changed since."""
    noted = request.session.get(KEY)
    if not noted or noted["until"] < at.timestamp():
        return None
    user = load_backend(noted["backend"]).get_user(noted["user"])
    if not isinstance(user, User):
        return None
    if user.get_session_auth_hash() != noted["password"]:
        return None
    user.backend = noted["backend"]
    return user


def forget(request: HttpRequest) -> str:
    """Drop the note; return where its user wanted to go."""
    goes_to: str = request.session.pop(KEY)["goes_to"]
    return goes_to
