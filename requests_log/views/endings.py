"""How a request ends: done, with an outcome, or dropped; and how it comes back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.web.confirm import confirm_form
from consultancy.web.owner import consultant_of
from consultancy.web.sent import sent
from requests_log.actions.drop import drop
from requests_log.actions.record_outcome import Report, record_outcome
from requests_log.actions.reopen import reopen
from requests_log.forms.dropping import DropForm
from requests_log.forms.outcome import DoneForm, OutcomeForm
from requests_log.models import ClientRequest, Sequel, Verdict

from .move_page import move_page, request_or_404
from .one_touch import one_touch


def request_outcome(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    if row.verdict == Verdict.FINE:
        return redirect("requests_log:request_done", row.pk)
    now = timezone.now()
    form = OutcomeForm(
        sent(request),
        request.FILES or None,
        consultant=consultant_of(request),
        today=timezone.localdate(),
    )
    form.hold_files(at=now)

    def act() -> str:
        record_outcome(row, report=form.report(), at=now)
        return _("The outcome is recorded and the request is closed.")

    return move_page(request, row, form, act, "requests_log/outcome_form.html")


def request_done(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    if row.verdict != Verdict.FINE:
        return redirect("requests_log:request_outcome", row.pk)
    if request.POST.get("today"):
        return _done_with_one_touch(request, row)
    form = DoneForm(sent(request), today=timezone.localdate())

    def act() -> str:
        record_outcome(row, report=form.report(), at=timezone.now())
        return _("Done, and out of the way.")

    return move_page(request, row, form, act, "requests_log/done_form.html")


def _done_with_one_touch(request: HttpRequest, row: ClientRequest) -> HttpResponse:
    """Do it as of today, from the day's list; what is said offers the way back."""
    report = Report(sequel=Sequel.DONE_AS_ASKED, happened_on=timezone.localdate())
    one_touch(
        request,
        lambda: record_outcome(row, report=report, at=timezone.now()),
        _("Done today."),
        tags=f"undo-{row.pk}",
    )
    return redirect("requests_log:today")


def request_drop(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    form = DropForm(sent(request))

    def act() -> str:
        drop(row, reason=form.cleaned_data["reason"], at=timezone.now())
        return _("The request is dropped. It stays in the record.")

    return move_page(request, row, form, act, "requests_log/drop_form.html")


def request_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    row, said = request_or_404(request, pk), _("The request is open again.")
    if request.POST.get("today"):
        one_touch(request, lambda: reopen(row, at=timezone.now()), said)
        return redirect("requests_log:today")
    form = confirm_form(request)

    def act() -> str:
        reopen(row, at=timezone.now())
        return said

    return move_page(request, row, form, act, "requests_log/reopen_form.html")
