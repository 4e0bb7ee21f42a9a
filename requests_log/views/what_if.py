"""The strategy's editor, with what a change would have done to past requests."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from consultancy.web.owner import client_or_404
from consultancy.web.strategy_editor import strategy_editor
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
