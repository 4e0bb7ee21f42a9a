"""Who has an account on this installation: for its owner alone."""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consultancy.actions.deactivate_consultant import (
    deactivate_consultant,
    reactivate_consultant,
)
from consultancy.actions.invite_consultant import invite_consultant, revoke_invitation
from consultancy.actions.mail_invitation import mail_invitation
from consultancy.errors import InstallationReadOnly, NotTheOwner
from consultancy.forms.invitation import InviteForm
from consultancy.models import Consultant
from consultancy.selectors.invitations import waiting_invitations
from consultancy.selectors.people import people_here, practice_by
from consultancy.selectors.public_address import public_link
from consultancy.web.form_page import form_page
from consultancy.web.invitations import NOT_INVITED, explain_not_invited
from consultancy.web.owner import installation_owner_or_404
from consultancy.web.sent import sent

Page = dict[str, object]


def consultant_list(request: HttpRequest) -> HttpResponse:
    """List the people; a POST invites one more."""
    owner = installation_owner_or_404(request)
    form = InviteForm(sent(request))
    told: Page = {}
    if form.is_valid():
        try:
            told = _invite(request, owner, form.cleaned_data["email"])
        except NOT_INVITED as error:
            explain_not_invited(form, error)
        else:
            if not told:
                return redirect("consultant_list")
            form = InviteForm()
    return form_page(
        request,
        "consultancy/consultant_list.html",
        form,
        people=people_here(),
        invitations=waiting_invitations(owner),
        now=timezone.now(),
        mail_is_set_up=settings.MAIL_IS_SET_UP,
        public_address=settings.PUBLIC_URL,
        **told,
    )


def _invite(request: HttpRequest, owner: Consultant, email: str) -> Page:
    """Mail a link. Where that cannot be, return the link, to be shown this once."""
    token = invite_consultant(owner, email=email, at=timezone.now())
    path = reverse("invitation_accept", args=[token])
    link = public_link(path) or request.build_absolute_uri(path)
    if settings.MAIL_IS_SET_UP and mail_invitation(owner, email=email, link=link):
        sent = _("An invitation is on its way to %(email)s.") % {"email": email}
        messages.success(request, sent)
        return {}
    return {"link": link, "invited": email}


@require_POST
def invitation_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    owner = installation_owner_or_404(request)
    try:
        if revoke_invitation(owner, pk, at=timezone.now()):
            messages.success(request, _("The invitation is withdrawn."))
    except InstallationReadOnly:
        messages.error(request, _not_now())
    return redirect("consultant_list")


@require_POST
def consultant_deactivate(request: HttpRequest, public_id: UUID) -> HttpResponse:
    done = _("%(name)s is signed out everywhere and can no longer sign in.")
    return _switch(request, public_id, deactivate_consultant, done)


@require_POST
def consultant_reactivate(request: HttpRequest, public_id: UUID) -> HttpResponse:
    done = _("%(name)s can sign in again.")
    return _switch(request, public_id, reactivate_consultant, done)


def _switch(
    request: HttpRequest, public_id: UUID, act: Callable[..., None], done: str
) -> HttpResponse:
    owner = installation_owner_or_404(request)
    consultant = practice_by(public_id)
    if consultant is None:
        raise Http404
    try:
        act(owner, consultant, at=timezone.now())
    except NotTheOwner as error:
        raise Http404 from error
    except InstallationReadOnly:
        messages.error(request, _not_now())
    else:
        messages.success(request, done % {"name": consultant.name})
    return redirect("consultant_list")


def _not_now() -> str:
    return _("Nothing can be recorded at the moment, so nothing was changed.")
