"""The page where a request is made into several, one for each ask of its message."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext

from consultancy.web.sent import sent
from consultancy.web.submissions import submission_of
from requests_log.actions.split_request import split_request
from requests_log.errors import AlreadyMoved
from requests_log.forms.refusals import REFUSALS, explain
from requests_log.forms.splitting import SplitForm
from requests_log.models import ClientRequest
from requests_log.selectors.pieces import cut_of, groups_of, was_split_by
from requests_log.selectors.request_page import request_page
from requests_log.workflow import Move

from .move_page import request_or_404


def request_split(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what each mark would make; make it when that is what was pressed."""
    row = request_or_404(request, pk)
    submission = submission_of(request)
    if submission and was_split_by(row, submission=submission):
        return redirect("requests_log:request_detail", row.pk)
    form = _form(request, row)
    if form.is_stale:
        explain(form, AlreadyMoved())
    elif "split" in request.POST and form.is_valid():
        try:
            return _split(request, row, form)
        except REFUSALS as error:
            row = request_or_404(request, pk)
            form = _form(request, row)
            explain(form, error)
    return _page(request, row, form)


def _form(request: HttpRequest, row: ClientRequest) -> SplitForm:
    fine = "fine" in (request.POST or request.GET)
    cut = cut_of(row, fine=fine)
    return SplitForm(sent(request), request=row, cut=cut)


def _split(request: HttpRequest, row: ClientRequest, form: SplitForm) -> HttpResponse:
    spans = form.spans()
    split_request(
        row,
        spans=spans,
        submission=form.cleaned_data["submission"],
        today=timezone.localdate(),
        at=timezone.now(),
    )
    messages.success(
        request,
        ngettext(
            "The message is %(number)s request now.",
            "The message is %(number)s requests now. Each gets its own verdict.",
            len(spans),
        )
        % {"number": len(spans)},
    )
    return redirect("requests_log:request_detail", row.pk)


def _page(request: HttpRequest, row: ClientRequest, form: SplitForm) -> HttpResponse:
    groups = groups_of(row, form.cut, form.marks, today=timezone.localdate())
    context = {
        "form": form,
        "groups": groups,
        "number": sum(1 for group in groups if group.number),
        "fine": "fine" in (request.POST or request.GET),
    }
    if "HX-Request" in request.headers:
        return render(request, "requests_log/split_groups.html", context)
    page = request_page(row)
    context |= {"page": page, "may_split": Move.SPLIT in page.moves}
    wrong = form.is_stale or ("split" in request.POST and form.errors)
    status = 422 if wrong else 200
    return render(request, "requests_log/split_form.html", context, status=status)
