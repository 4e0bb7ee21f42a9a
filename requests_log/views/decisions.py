"""What the client answers, or does not: recorded as the consultant was told."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.models import Document
from consultancy.paper.render import warm_up
from consultancy.selectors.clients import main_contact
from consultancy.selectors.contacts import contacts_of
from consultancy.web.confirm import confirm_form
from consultancy.web.owner import consultant_of
from consultancy.web.sent import sent
from requests_log.actions.close_unanswered import close_unanswered
from requests_log.actions.confirm_in_writing import confirm_in_writing
from requests_log.actions.correct_decision import correct_decision
from requests_log.actions.note_reply import note_reply
from requests_log.actions.record_decision import record_decision
from requests_log.forms.decision import CorrectionForm, DecisionForm
from requests_log.forms.reply import ReplyForm

from .move_page import advice_or_404, move_page, request_or_404


def request_decide(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    advice = advice_or_404(row)
    now = timezone.now()
    # Whoever opens this page may need a letter in a moment.
    warm_up()
    form = DecisionForm(
        sent(request),
        request.FILES or None,
        consultant=consultant_of(request),
        advice=advice,
        contacts=list(contacts_of(row.client)),
        now=now,
    )
    form.hold_files(at=now)

    def act() -> str:
        decision = record_decision(
            row, answer=form.answer(), at=now, look_back_at=form.look_back_at()
        )
        return _("The decision is recorded.") + _of_letter(decision.document)

    return move_page(request, row, form, act, "requests_log/decision_form.html")


def request_correct(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    if row.decision is None:
        raise Http404
    now = timezone.now()
    form = CorrectionForm(
        sent(request),
        request.FILES or None,
        consultant=consultant_of(request),
        advice=row.decision.recommendation,
        contacts=list(contacts_of(row.client)),
        wrong=row.decision,
        now=now,
    )
    form.hold_files(at=now)

    def act() -> str:
        decision = correct_decision(
            row, answer=form.answer(), reason=form.cleaned_data["reason"], at=now
        )
        return _("The decision is corrected.") + _of_letter(decision.document)

    return move_page(request, row, form, act, "requests_log/correction_form.html")


def request_reply(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    advice_or_404(row)
    now = timezone.now()
    form = ReplyForm(sent(request), contact=main_contact(row.client), now=now)

    def act() -> str:
        note_reply(row, reply=form.reply(), at=now)
        return _("Noted. The client waits for your answer now.")

    return move_page(request, row, form, act, "requests_log/reply_form.html")


def request_unanswered(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    advice_or_404(row)
    form = confirm_form(request)

    def act() -> str:
        document = close_unanswered(row, at=timezone.now())
        return _("You wait no longer.") + _of_letter(document)

    return move_page(request, row, form, act, "requests_log/unanswered_form.html")


def request_confirmation(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_or_404(request, pk)
    if row.decision is None:
        raise Http404
    form = confirm_form(request)

    def act() -> str:
        document = confirm_in_writing(row, at=timezone.now())
        return _("The decision is confirmed in writing.") + _of_letter(document)

    return move_page(request, row, form, act, "requests_log/confirmation_form.html")


def _of_letter(document: Document | None) -> str:
    """Return a sentence on the letter, where there is one."""
    if document is None:
        return ""
    if document.issued_at:
        return " " + _("The letter is signed.")
    return " " + _("The letter is being written.")
