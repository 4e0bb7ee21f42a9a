"""How often clients are reminded."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.web.form_page import form_page
from consultancy.web.owner import consultant_of
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent
from requests_log.actions.set_pace import set_pace
from requests_log.forms.pace import PaceForm
from requests_log.selectors.due import reminder_days


def pace(request: HttpRequest) -> HttpResponse:
    consultant = consultant_of(request)
    form = PaceForm(sent(request), days=reminder_days(consultant))
    if form.is_valid():
        try:
            set_pace(
                consultant,
                reminder_days=form.cleaned_data["reminder_days"],
                at=timezone.now(),
            )
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            messages.success(request, _("The reminders are settled."))
            return redirect("requests_log:pace")
    return form_page(request, "requests_log/pace_form.html", form)
