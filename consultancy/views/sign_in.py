"""The way in: a password, then a code where one was set up."""

from django.contrib.auth import login
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from consultancy.actions.check_code import check_code
from consultancy.forms.security import CodeForm
from consultancy.models import User
from consultancy.selectors.pauses import pause_ends_at
from consultancy.selectors.second_factor import has_second_factor
from consultancy.throttle import email_tried, network_address
from consultancy.web import half_signed_in
from consultancy.web.browser import note_browser
from consultancy.web.codes import REFUSED, explain_refused
from consultancy.web.form_page import form_page
from consultancy.web.refused_form import AnswersRefused
from consultancy.web.sent import sent


class SignIn(AnswersRefused, auth.LoginView):
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        user = form.get_user()
        if not isinstance(user, User) or not has_second_factor(user):
            response = super().form_valid(form)
            note_browser(self.request)
            return response
        half_signed_in.remember(
            self.request, user, goes_to=self.get_success_url(), at=timezone.now()
        )
        return redirect("sign_in_code")


@login_not_required
@sensitive_post_parameters("code")
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """Ask whoever gave his password for a code, and let him in with it."""
    user = half_signed_in.remembered(request, at=timezone.now())
    if user is None:
        return redirect("login")
    form = CodeForm(sent(request))
    if form.is_valid():
        try:
            check_code(user, form.cleaned_data["code"])
        except REFUSED as error:
            explain_refused(form, error)
        else:
            goes_to = half_signed_in.forget(request)
            login(request, user)
            note_browser(request)
            return redirect(goes_to)
    return form_page(request, "registration/code.html", form)


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
