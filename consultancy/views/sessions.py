"""Signing oneself out elsewhere, and the password that does it."""

from django.contrib import messages
from django.contrib.auth import views as auth
from django.contrib.auth.forms import PasswordChangeForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consultancy.actions.end_sessions import end_other_sessions, end_session
from consultancy.web.owner import consultant_of
from consultancy.web.refused_form import AnswersRefused


@require_POST
def session_end(request: HttpRequest) -> HttpResponse:
    """End the session named in the form; one that has ended already is as good."""
    end_session(consultant_of(request).user, request.POST.get("session", ""))
    messages.success(request, _("That browser is signed out."))
    return redirect("security")


@require_POST
def sessions_end(request: HttpRequest) -> HttpResponse:
    """End all but the one that asks."""
    user = consultant_of(request).user
    end_other_sessions(user, keep=request.session.session_key)
    messages.success(request, _("Every other browser is signed out."))
    return redirect("security")


class PasswordChange(AnswersRefused, auth.PasswordChangeView):
    """A new password ends the sessions that the old one opened."""

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        response = super().form_valid(form)
        end_other_sessions(form.user, keep=self.request.session.session_key)
        return response
