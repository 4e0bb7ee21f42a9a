"""The rulebook as its user sees it: what the rules say, how they did, which are off."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consultancy.models import Consultant
from consultancy.web.form_page import form_page
from consultancy.web.owner import consultant_of
from consultancy.web.sent import sent
from requests_log.actions.switch_rule import switch_rule_off, switch_rule_on
from requests_log.forms.refusals import REFUSALS, explain
from requests_log.forms.rule_switch import RuleSwitchForm
from requests_log.selectors.own_rule_page import own_rule_page
from requests_log.selectors.rule_record import (
    record_of,
    requests_looked_at,
    rule_lines,
    rule_page,
)
from requests_log.selectors.rulebook import rule_or_none
from requests_log.selectors.silence import switches_of

from .one_touch import one_touch


def rule_list(request: HttpRequest) -> HttpResponse:
    consultant = consultant_of(request)
    looked_at = requests_looked_at(consultant)
    context = {"lines": rule_lines(consultant), "looked_at": looked_at}
    return render(request, "requests_log/rule_list.html", context)


def rule_detail(request: HttpRequest, code: str) -> HttpResponse:
    """Show a rule, shipped or one's own; the form on its page switches it off."""
    consultant = consultant_of(request)
    context, template = _page(consultant, code)
    form = RuleSwitchForm(sent(request), consultant=consultant)
    if form.is_valid():
        try:
            switch_rule_off(
                consultant, rule=code, at=timezone.now(), **form.cleaned_data
            )
        except REFUSALS as error:
            explain(form, error)
        else:
            messages.success(request, _("The rule is switched off."))
            return redirect("requests_log:rule_detail", code)
    return form_page(request, template, form, **context)


def _page(consultant: Consultant, code: str) -> tuple[dict[str, Any], str]:
    """Return what the rule's page shows, and its template. Raises Http404."""
    rule = rule_or_none(code)
    if rule:
        page = rule_page(consultant, rule)
        return {"page": page, "record": page.record}, "requests_log/rule_detail.html"
    shown = own_rule_page(consultant, code)
    if not shown:
        raise Http404
    record = record_of(consultant, code)
    return {"page": shown, "record": record}, "requests_log/own_rule_detail.html"


@require_POST
def rule_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a rule speak again; somebody else's switch does not exist."""
    switch = switches_of(consultant_of(request)).filter(pk=pk).first()
    if switch is None:
        raise Http404
    one_touch(
        request,
        lambda: switch_rule_on(switch, at=timezone.now()),
        _("The rule speaks again."),
    )
    return redirect("requests_log:rule_detail", switch.rule)
