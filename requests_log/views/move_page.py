"""What every page of a move does: show a form, act once, go back to the request."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from consultancy.web.form_page import form_page
from consultancy.web.owner import consultant_of
from requests_log.errors import AlreadyMoved
from requests_log.forms.refusals import REFUSALS, explain
from requests_log.models import ClientRequest, Recommendation
from requests_log.selectors.meanwhile import meanwhile_on
from requests_log.selectors.request_page import request_of, request_page
from requests_log.selectors.timeline import seen_of

SEEN = "seen"
MAY_BE_MANY = {"held"}


def request_or_404(request: HttpRequest, pk: int) -> ClientRequest:
    """Return the signed-in consultant's request; anybody else's does not exist."""
    try:
        return request_of(consultant_of(request), pk)
    except ClientRequest.DoesNotExist as error:
        raise Http404 from error


def advice_or_404(row: ClientRequest) -> Recommendation:
    """Return the newest advice on a request that has some."""
    advice = row.advice
    if advice is None:
        raise Http404
    # The request as the form saw it, not as it may have become since.
    advice.request = row
    return advice


def move_page(
    request: HttpRequest,
    row: ClientRequest,
    form: forms.Form,
    act: Callable[[], str],
    template: str,
    **more: Any,
) -> HttpResponse:
    """Show the form; when it is sent and sound, act, say so, and go to the request.

    A form that was filled in before the request moved on (another tab, the back
    button) is told so, whatever it says.
    """
    _refuse_doubled(request)
    if form.is_valid():
        try:
            _refuse_stale(request, row)
            done = act()
        except REFUSALS as error:
            row.refresh_from_db()
            explain(form, error)
        else:
            messages.success(request, done)
            return redirect("requests_log:request_detail", row.pk)
    page = request_page(row)
    seen = request.POST.get(SEEN, page.seen)
    more["meanwhile"] = meanwhile_on(row, page.steps, seen=seen)
    return form_page(request, template, form, page=page, seen=page.seen, **more)


def _refuse_stale(request: HttpRequest, row: ClientRequest) -> None:
    """Raise AlreadyMoved for a form drawn before the last move of the request."""
    seen = request.POST.get(SEEN)
    if seen is not None and seen != seen_of(row):
        raise AlreadyMoved


def _refuse_doubled(request: HttpRequest) -> None:
    """Raise BadRequest for a field with two values: nobody knows which one counts."""
    for name, values in request.POST.lists():
        if len(values) > 1 and name not in MAY_BE_MANY:
            raise BadRequest(name)
