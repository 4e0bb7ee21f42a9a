"""Nothing of a client is erased while there is a dispute."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.actions.hold_client import hold_client, release_client
from consultancy.forms.keeping import HoldForm, LiftForm
from consultancy.selectors.retention import erased_or_not, hold_on
from consultancy.web.form_page import form_page
from consultancy.web.owner import consultant_of
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent


def client_hold(request: HttpRequest, pk: int) -> HttpResponse:
    """Place a hold with its reason, or lift the one there is."""
    client = erased_or_not(consultant_of(request), pk)
    if client is None:
        raise Http404
    hold = hold_on(client)
    form = (LiftForm if hold else HoldForm)(sent(request))
    if form.is_valid():
        try:
            if hold:
                release_client(client, at=timezone.now())
            else:
                reason = form.cleaned_data["reason"]
                hold_client(client, reason=reason, at=timezone.now())
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            said = _("The hold is lifted.") if hold else _("The hold is placed.")
            messages.success(request, said)
            if client.restricted_at:
                return redirect("keeping")
            return redirect("requests_log:client_erase", client.pk)
    return form_page(
        request, "consultancy/client_hold.html", form, client=client, hold=hold
    )
