"""All rules of one's own in one file: taken along, and brought in again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultancy.web.form_page import form_page
from consultancy.web.owner import consultant_of
from consultancy.web.sent import sent
from requests_log.actions.write_own_rule import bring_own_rules
from requests_log.forms.own_rule_file import OwnRuleFileForm
from requests_log.forms.refusals import REFUSALS, explain
from requests_log.selectors.own_rules import rules_taken_along
from requests_log.triage.own_rule_file import write_own_rules


def own_rules_export(request: HttpRequest) -> HttpResponse:
    rules = rules_taken_along(consultant_of(request))
    if not rules:
        messages.info(request, _("There is no rule of your own to take along yet."))
        return redirect("requests_log:rule_list")
    return HttpResponse(
        write_own_rules(rules),
        content_type="application/yaml; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="rules.yaml"'},
    )


def own_rules_import(request: HttpRequest) -> HttpResponse:
    """Bring all rules of a file in force, or, where one is faulty, none."""
    consultant = consultant_of(request)
    form = OwnRuleFileForm(sent(request), request.FILES or None, consultant=consultant)
    if form.is_valid():
        try:
            changed = bring_own_rules(consultant, drafts=form.drafts, at=timezone.now())
        except REFUSALS as error:
            explain(form, error)
        else:
            messages.success(request, _said(changed))
            return redirect("requests_log:rule_list")
    form.show_text()
    return form_page(request, "requests_log/own_rule_import.html", form)


def _said(changed: int) -> str:
    if not changed:
        return _("Nothing differs from the rules you have.")
    return ngettext(
        "%(number)s rule is in force as the file has it.",
        "%(number)s rules are in force as the file has them.",
        changed,
    ) % {"number": changed}
