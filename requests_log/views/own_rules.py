"""Rules of one's own: written, tried, put away."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consultancy.web.owner import consultant_of
from requests_log.actions.retire_own_rule import restore_own_rule, retire_own_rule
from requests_log.actions.write_own_rule import Draft, write_own_rule
from requests_log.forms.refusals import REFUSALS
from requests_log.models import OwnRule
from requests_log.selectors.back_test import back_test
from requests_log.selectors.own_rule_page import own_rule_page
from requests_log.selectors.own_rule_trial import try_rule
from requests_log.selectors.own_rules import own_rule_of

from .one_touch import one_touch
from .own_rule_editor import Editor, editor_of
from .own_rule_progress import progress_text, so_far_of


def own_rule_new(request: HttpRequest) -> HttpResponse:
    return _write(request, editor_of(request, None))


def own_rule_edit(request: HttpRequest, code: str) -> HttpResponse:
    return _write(request, editor_of(request, code))


@require_POST
def own_rule_try(request: HttpRequest) -> HttpResponse:
    """Answer the editor as it was sent; to htmx what the rule says of the sample."""
    editor = editor_of(request, request.POST.get("of") or None)
    editor.form.full_clean()
    rule, sample = editor.form.tried, editor.form.cleaned_data.get("sample")
    trial = try_rule(sample, rule) if rule and sample else None
    editor.more = {"trial": trial, "has_words": rule is not None, "tried": True}
    if getattr(request, "htmx", False):
        return render(request, "requests_log/own_rule_trial.html", editor.more)
    return editor.page(request, status=200)


@require_POST
def own_rule_back_test(request: HttpRequest) -> HttpResponse:
    """Read one more piece of the log by the rule as it was sent; nothing is stored."""
    editor = editor_of(request, request.POST.get("of") or None)
    editor.form.full_clean()
    rule, so_far = editor.form.tried, so_far_of(request.POST.get("so_far", ""))
    editor.more = {"tested": True, "so_far": so_far, "has_words": rule is not None}
    if rule and "stop" not in request.POST:
        piece = back_test(
            editor.consultant, rule, clients=editor.client_keys, so_far=so_far
        )
        progress = progress_text(piece.so_far)
        editor.more |= {"piece": piece, "so_far": piece.so_far, "progress": progress}
    if getattr(request, "htmx", False):
        editor.more["goes_on_here"] = bool(so_far.read)
        return render(request, "requests_log/own_rule_back_test.html", editor.more)
    return editor.page(request, status=200)


def own_rule_version(request: HttpRequest, code: str, number: int) -> HttpResponse:
    page = own_rule_page(consultant_of(request), code, number)
    if page is None:
        raise Http404
    return render(request, "requests_log/own_rule_version.html", {"page": page})


@require_POST
def own_rule_retire(request: HttpRequest, code: str) -> HttpResponse:
    rule = _own_rule_or_404(request, code)
    one_touch(
        request,
        lambda: retire_own_rule(rule, at=timezone.now()),
        _("The rule is retired. You can take it up again."),
    )
    return redirect("requests_log:rule_detail", rule.code)


@require_POST
def own_rule_restore(request: HttpRequest, code: str) -> HttpResponse:
    rule = _own_rule_or_404(request, code)
    one_touch(
        request,
        lambda: restore_own_rule(rule, at=timezone.now()),
        _("The rule speaks again."),
    )
    return redirect("requests_log:rule_detail", rule.code)


def _write(request: HttpRequest, editor: Editor) -> HttpResponse:
    """Put the rule of a valid form in force, or show the editor."""
    if editor.form.is_valid() and editor.form.rule is not None:
        draft = Draft(editor.form.rule, editor.client_keys)
        try:
            version = write_own_rule(
                editor.consultant,
                draft=draft,
                at=timezone.now(),
                row=editor.row,
                after=editor.form.cleaned_data["after"],
            )
        except REFUSALS as error:
            editor.refuse(error)
        else:
            messages.success(
                request,
                _("Version %(number)s of the rule is in force.")
                % {"number": version.number},
            )
            return redirect("requests_log:rule_detail", version.rule.code)
    return editor.page(request)


def _own_rule_or_404(request: HttpRequest, code: str) -> OwnRule:
    rule = own_rule_of(consultant_of(request), code)
    if rule is None:
        raise Http404
    return rule
