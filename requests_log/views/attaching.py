"""Files are added to a request, at any stage: proof may come later."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.web.form_page import form_page
from consultancy.web.owner import consultant_of
from consultancy.web.sent import sent
from consultancy.web.submissions import submission_of
from requests_log.actions.attach_files import attach_files
from requests_log.forms.attaching import AttachForm
from requests_log.forms.refusals import REFUSALS, explain
from requests_log.selectors.attachments import are_attached
from requests_log.selectors.request_page import request_page

from .move_page import request_or_404


def request_files(request: HttpRequest, pk: int) -> HttpResponse:
    row, now = request_or_404(request, pk), timezone.now()
    submission = submission_of(request)
    if submission and are_attached(row, submission=submission):
        return redirect("requests_log:request_detail", row.pk)
    form = AttachForm(
        sent(request), request.FILES or None, consultant=consultant_of(request)
    )
    form.hold_files(at=now)
    form.ask_for_files()
    if form.is_valid():
        try:
            attach_files(
                row,
                files=form.held_files,
                submission=form.cleaned_data["submission"],
                at=now,
            )
        except REFUSALS as error:
            explain(form, error)
        else:
            messages.success(request, _("The files are added."))
            return redirect("requests_log:request_detail", row.pk)
    return form_page(
        request, "requests_log/files_form.html", form, page=request_page(row)
    )
