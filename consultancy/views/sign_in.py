"""The way in."""

from django.contrib.auth import views as auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from consultancy.selectors.pauses import pause_ends_at
from consultancy.throttle import email_tried, network_address


class SignIn(auth.LoginView):
    redirect_authenticated_user = True


def pause(
    request: HttpRequest,
    _refused: HttpResponse | None,
    credentials: dict[str, str] | None,
) -> HttpResponse:
    """Say when to try again, instead of the page that was refused."""
    email = email_tried(request, credentials)
    now = timezone.now()
    until = pause_ends_at(email, network_address(request)) or now
    seconds = max(1, round((until - now).total_seconds()))
    context = {"email": email, "until": until}
    response = render(request, "registration/pause.html", context, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response
