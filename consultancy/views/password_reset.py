"""A forgotten password: asked for by e-mail address, set anew by the link in a mail."""

from typing import Any

from django.conf import settings
from django.contrib.auth import views as auth
from django.contrib.auth.forms import PasswordResetForm, SetPasswordForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from consultancy.actions.end_pauses import end_pauses
from consultancy.actions.end_sessions import end_other_sessions
from consultancy.actions.send_reset_link import send_reset_link
from consultancy.forms.password_reset import ResetForm
from consultancy.web.refused_form import AnswersRefused


class Ask(AnswersRefused, auth.PasswordResetView):
    """Answers alike whether anybody has the address."""

    form_class = ResetForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = {"mail_is_set_up": settings.MAIL_IS_SET_UP}
        return super().get_context_data(**kwargs) | told

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.MAIL_IS_SET_UP:
            return self.get(request, *args, **kwargs)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: PasswordResetForm) -> HttpResponse:
        send_reset_link(form.cleaned_data["email"], at=timezone.now())
        return HttpResponseRedirect(self.get_success_url())


class Choose(AnswersRefused, auth.PasswordResetConfirmView):
    """Sets the password and no more: signing in, with its code, comes after."""

    def form_valid(self, form: SetPasswordForm) -> HttpResponse:
        end_pauses(form.user)
        response = super().form_valid(form)
        end_other_sessions(form.user, keep=None)
        return response
