"""Today, a new request and its page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from consultancy.web.form_page import form_page
from consultancy.web.owner import consultant_of
from consultancy.web.sent import sent
from consultancy.web.submissions import submission_of
from requests_log.actions.log_request import log_request
from requests_log.forms.new_request import NewRequestForm, PreviewForm
from requests_log.forms.refusals import REFUSALS, explain
from requests_log.selectors.attachments import request_logged_by
from requests_log.selectors.preview import preview_of
from requests_log.selectors.request_page import request_page
from requests_log.selectors.today import today_of

from .move_page import request_or_404


def today(request: HttpRequest) -> HttpResponse:
    context = {"today": today_of(consultant_of(request), now=timezone.now())}
    return render(request, "requests_log/today.html", context)


def request_detail(request: HttpRequest, pk: int) -> HttpResponse:
    page = request_page(request_or_404(request, pk))
    return render(request, "requests_log/request_detail.html", {"page": page})


def request_new(request: HttpRequest) -> HttpResponse:
    """Log a message. What is missing or wrong is said with the triage beside it."""
    consultant, now = consultant_of(request), timezone.now()
    submission = submission_of(request)
    earlier = submission and request_logged_by(consultant, submission=submission)
    if earlier:
        return redirect("requests_log:request_detail", earlier.pk)
    form = NewRequestForm(
        sent(request),
        request.FILES or None,
        consultant=consultant,
        now=now,
        initial={
            key: request.GET[key] for key in ("client", "text") & request.GET.keys()
        },
    )
    form.hold_files(at=now)
    if form.is_valid():
        try:
            logged = log_request(
                form.cleaned_data["client"],
                incoming=form.incoming(),
                today=timezone.localdate(),
                at=now,
            )
        except REFUSALS as error:
            explain(form, error)
        else:
            return redirect("requests_log:request_detail", logged.pk)
    return form_page(request, "requests_log/request_new.html", form)


@require_POST
def request_preview(request: HttpRequest) -> HttpResponse:
    """Answer the fragment that shows, while typing, what the rules would say."""
    form = PreviewForm(request.POST, consultant=consultant_of(request))
    preview = None
    if form.is_valid() and form.cleaned_data["text"]:
        data = form.cleaned_data
        preview = preview_of(
            data["text"],
            client=data["client"],
            wanted_on=data["wanted_on"],
            now=timezone.now(),
        )
    return render(request, "requests_log/request_preview.html", {"preview": preview})
