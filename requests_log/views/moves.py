"""One page for each move of the consultant: a form, an action, the request again."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.selectors.contacts import contacts_of
from requests_log.actions.confirm_verdict import confirm_verdict
from requests_log.actions.drop import drop
from requests_log.actions.recommend import recommend
from requests_log.actions.record_decision import record_decision
from requests_log.actions.send import send
from requests_log.forms.advice import AdviceForm
from requests_log.forms.decision import DecisionForm
from requests_log.forms.dropping import DropForm
from requests_log.forms.refusals import REFUSALS, explain
from requests_log.forms.sending import SendForm
from requests_log.forms.verdict import VerdictForm
from requests_log.models import ClientRequest, DecisionOutcome, Recommendation
from requests_log.selectors.draft import draft_of
from requests_log.selectors.request_page import latest_advice, request_page

from .requests import request_or_404


def request_verdict(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    form = VerdictForm(request.POST or None, request=row)

    def act() -> str:
        data = form.cleaned_data
        confirm_verdict(
            row,
            verdict=data["verdict"],
            reason=data["reason"],
            own_rule=data["own_rule"],
            at=timezone.now(),
        )
        return _("The verdict is confirmed.")

    return _page(request, row, form, act, "requests_log/verdict_form.html")


def request_recommend(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    if not hasattr(row, "confirmation"):
        return redirect("requests_log:request_verdict", row.pk)
    form = AdviceForm(request.POST or None, request=row, draft=draft_of(row))

    def act() -> str:
        recommend(row, advice=form.advice(), at=timezone.now())
        return _("The recommendation is written. Send it, then note the answer.")

    return _page(request, row, form, act, "requests_log/advice_form.html")


def request_send(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    advice = _advice_or_404(row)
    now = timezone.now()
    form = SendForm(request.POST or None, now=now)

    def act() -> str:
        data = form.cleaned_data
        send(advice, channel=data["channel"], happened_at=data["happened_at"], at=now)
        return _("Noted as sent.")

    return _page(request, row, form, act, "requests_log/send_form.html")


def request_decide(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    advice = _advice_or_404(row)
    now = timezone.now()
    people = list(contacts_of(row.client))
    form = DecisionForm(request.POST or None, advice=advice, contacts=people, now=now)

    def act() -> str:
        decision = record_decision(row, answer=form.answer(), at=now)
        if decision.outcome != DecisionOutcome.OVERRIDES or not decision.document:
            return _("The decision is recorded.")
        if decision.document.issued_at:
            return _("The decision is recorded and the letter is signed.")
        return _("The decision is recorded. The letter is being written.")

    return _page(request, row, form, act, "requests_log/decision_form.html")


def request_drop(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    form = DropForm(request.POST or None)

    def act() -> str:
        drop(row, reason=form.cleaned_data["reason"], at=timezone.now())
        return _("The request is dropped. It stays in the record.")

    return _page(request, row, form, act, "requests_log/drop_form.html")


def _advice_or_404(row: ClientRequest) -> Recommendation:
    advice = latest_advice(row)
    if advice is None:
        raise Http404
    return advice


def _page(
    request: HttpRequest,
    row: ClientRequest,
    form: forms.Form,
    act: Callable[[], str],
    template: str,
) -> HttpResponse:
    """Show the form; when it is sent and sound, act, say so, and go to the request."""
    if form.is_valid():
        try:
            done = act()
        except REFUSALS as error:
            row.refresh_from_db()
            explain(form, error)
        else:
            messages.success(request, done)
            return redirect("requests_log:request_detail", row.pk)
    context = {"form": form, "page": request_page(row)}
    return render(request, template, context, status=422 if form.errors else 200)
