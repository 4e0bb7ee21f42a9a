"""A strategy written or brought, with what it would have done to past requests."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from consultancy.selectors.strategies import what_would_change
from consultancy.web.owner import client_or_404
from consultancy.web.sent import send_back
from consultancy.web.strategy_editor import strategy_editor, strategy_file_editor
from requests_log.selectors.what_if import what_if


def strategy_what_if(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the editor as it was sent; store nothing."""
    client = client_or_404(request, pk)
    editor = strategy_editor(request, client)
    form, answer = editor.form, None
    if form.is_valid() and form.strategy is not None:
        zone = timezone.get_current_timezone()
        answer = what_if(client, form.strategy, version=editor.version, zone=zone)
    part, page = "requests_log/strategy_what_if.html", "consultancy/strategy_form.html"
    return editor.answer(request, part, page, answer=answer)


def strategy_file_what_if(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the file as it was sent, which may be put in force then; store nothing."""
    client = client_or_404(request, pk)
    editor = strategy_file_editor(request, client)
    form, more = editor.form, dict[str, Any]()
    if form.is_valid() and form.strategy is not None:
        strategy, version = form.strategy, editor.version
        zone = timezone.get_current_timezone()
        more = {
            "answer": what_if(client, strategy, version=version, zone=zone),
            "changes": what_would_change(version, strategy),
        }
        send_back(form, looked_at=[form.fingerprint])
    form.show_text()
    return editor.page(request, "consultancy/strategy_import.html", **more)
