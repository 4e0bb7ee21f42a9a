"""A client's strategy: edited in fields, brought and taken as YAML."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from consultancy.actions.note_strategy import note_strategy
from consultancy.forms.strategy import StrategyForm
from consultancy.forms.strategy_file import StrategyFileForm
from consultancy.forms.strategy_values import form_values
from consultancy.models import Client
from consultancy.selectors.clients import strategy_in_force
from consultancy.strategy_file import write_strategies
from consultancy.web.owner import client_or_404
from consultancy.web.refusals import NOT_STORED, explain_not_stored


def strategy_edit(request: HttpRequest, pk: int) -> HttpResponse:
    client = client_or_404(request, pk)
    version = strategy_in_force(client)
    form = StrategyForm(
        request.POST or None,
        initial=form_values(version.strategy) if version else None,
        name=client.name,
        sector=client.sector,
    )
    if form.is_valid() and _noted(request, form, client):
        return redirect("requests_log:client_detail", client.pk)
    context = {"form": form, "client": client, "version": version}
    status = 422 if form.errors else 200
    return render(request, "consultancy/strategy_form.html", context, status=status)


def strategy_import(request: HttpRequest, pk: int) -> HttpResponse:
    client = client_or_404(request, pk)
    form = StrategyFileForm(
        request.POST or None, request.FILES or None, client_name=client.name
    )
    if form.is_valid() and _noted(request, form, client):
        return redirect("requests_log:client_detail", client.pk)
    context = {"form": form, "client": client}
    status = 422 if form.errors else 200
    return render(request, "consultancy/strategy_import.html", context, status=status)


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
    request: HttpRequest, form: StrategyForm | StrategyFileForm, client: Client
) -> bool:
    """Put the form's strategy in force; False where that is refused."""
    if form.strategy is None:
        return False
    try:
        version = note_strategy(
            client,
            strategy=form.strategy,
            agreement=form.agreement(),
            today=timezone.localdate(),
            at=timezone.now(),
        )
    except NOT_STORED as error:
        explain_not_stored(form, error)
        return False
    messages.success(
        request,
        _("Version %(number)s of the strategy is in force.")
        % {"number": version.number},
    )
    return True
