"""A client's strategy: written in fields, brought and taken as YAML."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from consultancy.actions.note_strategy import note_strategy
from consultancy.selectors.clients import strategy_in_force
from consultancy.selectors.strategies import newest_number, versions_page
from consultancy.strategy_file import write_strategies
from consultancy.web.owner import client_or_404
from consultancy.web.sent import send_back
from consultancy.web.strategy_editor import (
    REFUSED,
    Editor,
    strategy_editor,
    strategy_file_editor,
)
from consultancy.web.strategy_file_form import StrategyFileForm
from consultancy.web.strategy_form import StrategyForm


def strategy_edit(request: HttpRequest, pk: int) -> HttpResponse:
    client = client_or_404(request, pk)
    editor = strategy_editor(request, client)
    if editor.form.is_valid() and _noted(request, editor):
        return redirect("requests_log:client_detail", client.pk)
    return editor.page(request, "consultancy/strategy_form.html")


def strategy_import(request: HttpRequest, pk: int) -> HttpResponse:
    client = client_or_404(request, pk)
    editor = strategy_file_editor(request, client)
    form = editor.form
    if form.is_valid() and not form.was_looked_at:
        form.add_error(None, _("See what this would change; then put it in force."))
        send_back(form, looked_at=[])
    elif form.is_valid() and _noted(request, editor):
        return redirect("requests_log:client_detail", client.pk)
    form.show_text()
    return editor.page(request, "consultancy/strategy_import.html")


def strategy_versions(request: HttpRequest, pk: int) -> HttpResponse:
    client = client_or_404(request, pk)
    page = versions_page(client, after=request.GET.get("after"))
    context = {"client": client, "page": page, "newest": newest_number(client)}
    return render(request, "consultancy/strategy_versions.html", context)


def strategy_export(request: HttpRequest, pk: int) -> HttpResponse:
    client = client_or_404(request, pk)
    version = strategy_in_force(client)
    if version is None:
        messages.info(request, _("There is no strategy to take along yet."))
        return redirect("requests_log:client_detail", client.pk)
    name = slugify(client.name) or "client"
    strategy = replace(version.strategy, id=name)
    return HttpResponse(
        write_strategies([strategy]),
        content_type="application/yaml; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.yaml"'},
    )


def _noted(
    request: HttpRequest, editor: Editor[StrategyForm] | Editor[StrategyFileForm]
) -> bool:
    """Put the form's strategy in force; False where that is refused."""
    strategy = editor.form.strategy
    if strategy is None:
        return False
    try:
        version = note_strategy(
            editor.client,
            strategy=strategy,
            agreement=editor.form.agreement(),
            today=timezone.localdate(),
            at=timezone.now(),
            after=editor.form.cleaned_data["after"],
        )
    except REFUSED as error:
        editor.refuse(error)
        return False
    messages.success(
        request,
        _("Version %(number)s of the strategy is in force.")
        % {"number": version.number},
    )
    return True
