"""The page an invitation leads to: no account yet, and one afterwards."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from consultancy.actions.accept_invitation import accept_invitation
from consultancy.errors import AddressTaken, InvitationOver
from consultancy.forms.invitation import AcceptForm
from consultancy.models import Consultant, Invitation
from consultancy.selectors.invitations import InvitationState, invitation_by, state_of
from consultancy.web.browser import note_browser
from consultancy.web.form_page import form_page
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent

BACKEND = "consultancy.backends.PracticeBackend"


@login_not_required
@sensitive_post_parameters("password1", "password2")
def invitation_accept(request: HttpRequest, token: str) -> HttpResponse:
    """Ask who was invited for name and password; a link that is over says why."""
    invitation = invitation_by(token)
    if invitation is None:
        raise Http404
    if state_of(invitation, at=timezone.now()) != InvitationState.OPEN:
        return _over(request, invitation)
    if request.user.is_authenticated:
        return render(request, "registration/invitation_signed_in.html")
    shown = {
        "language": translation.get_language(),
        "time_zone": settings.DEFAULT_TIME_ZONE,
    }
    form = AcceptForm(sent(request), email=invitation.email, initial=shown)
    if form.is_valid():
        try:
            consultant = _accept(invitation, form)
        except InvitationOver:
            invitation.refresh_from_db()
            return _over(request, invitation)
        except (AddressTaken, *NOT_STORED) as error:
            _explain(form, error)
        else:
            return _welcome(request, consultant)
    return form_page(
        request, "registration/invitation.html", form, invitation=invitation
    )


def _accept(invitation: Invitation, form: AcceptForm) -> Consultant:
    data = form.cleaned_data
    return accept_invitation(
        invitation,
        name=data["name"],
        password=data["password1"],
        language=data["language"],
        time_zone=data["time_zone"],
        at=timezone.now(),
    )


def _explain(form: AcceptForm, error: Exception) -> None:
    if isinstance(error, AddressTaken):
        form.add_error(
            None,
            _("There is an account with your address already. Sign in with it."),
        )
    else:
        explain_not_stored(form, error)


def _welcome(request: HttpRequest, consultant: Consultant) -> HttpResponse:
    login(request, consultant.user, backend=BACKEND)
    note_browser(request)
    with translation.override(consultant.user.language):
        messages.success(request, _("Welcome. Your practice is yours alone."))
    return redirect(settings.LOGIN_REDIRECT_URL)


def _over(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    state = state_of(invitation, at=timezone.now())
    context = {"state": state}
    page = "registration/invitation_over.html"
    return render(request, page, context, status=410)
