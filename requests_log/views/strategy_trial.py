"""The strategy's editor, tried on a message that the client might send."""

from django.http import HttpRequest, HttpResponse

from consultancy.web.owner import client_or_404
from consultancy.web.strategy_editor import strategy_editor
from requests_log.selectors.strategy_trial import try_strategy


def strategy_trial(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the editor as it was sent; store nothing."""
    client = client_or_404(request, pk)
    editor = strategy_editor(request, client)
    form, trial = editor.form, None
    sample = form.cleaned_data.get("sample", "") if form.is_valid() else ""
    if sample and form.strategy is not None:
        trial = try_strategy(sample, form.strategy, client=client)
    part, page = "requests_log/strategy_trial.html", "consultancy/strategy_form.html"
    return editor.answer(request, part, page, trial=trial)
