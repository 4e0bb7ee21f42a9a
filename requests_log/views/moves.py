"""The consultant's own moves up to the sending: a form, an action, the request."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.web.sent import sent
from requests_log.actions.confirm_verdict import confirm_verdict
from requests_log.actions.recommend import recommend
from requests_log.actions.send import send
from requests_log.forms.advice import AdviceForm
from requests_log.forms.sending import SendForm
from requests_log.forms.verdict import VerdictForm
from requests_log.selectors.draft import draft_of

from .move_page import advice_or_404, move_page, request_or_404


def request_verdict(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    form = VerdictForm(sent(request), request=row)

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

    return move_page(request, row, form, act, "requests_log/verdict_form.html")


def request_recommend(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    if not hasattr(row, "confirmation"):
        return redirect("requests_log:request_verdict", row.pk)
    form = AdviceForm(sent(request), request=row, draft=draft_of(row))

    def act() -> str:
        recommend(row, advice=form.advice(), at=timezone.now())
        return _("The recommendation is written. Send it, then note the answer.")

    return move_page(request, row, form, act, "requests_log/advice_form.html")


def request_send(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    advice = advice_or_404(row)
    now = timezone.now()
    form = SendForm(
        sent(request),
        was_sent=advice.dispatches.exists(),
        owes_answer=row.asked_at is not None,
        now=now,
    )

    def act() -> str:
        send(advice, sent=form.sent(), at=now)
        return _("Noted as sent.")

    return move_page(request, row, form, act, "requests_log/send_form.html")
