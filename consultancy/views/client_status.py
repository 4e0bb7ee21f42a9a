"""Whether there is work for a client, and the archive."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.actions.archive_client import archive_client, restore_client
from consultancy.actions.set_client_status import set_client_status
from consultancy.errors import EditedMeanwhile
from consultancy.forms.client_status import ClientStatusForm
from consultancy.models import Client
from consultancy.web.confirm import confirm_form
from consultancy.web.form_page import form_page
from consultancy.web.owner import client_or_404
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent


def client_status(request: HttpRequest, pk: int) -> HttpResponse:
    client = client_or_404(request, pk)
    form = ClientStatusForm(sent(request), row=client)
    if form.is_valid():
        try:
            kept = set_client_status(
                client,
                status=form.status_data(),
                seen=form.seen_values(),
                at=timezone.now(),
            )
        except EditedMeanwhile as error:
            form.explain_edited(error)
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            messages.success(request, _("The status is saved."))
            form.say_kept(request, kept)
            return redirect("requests_log:client_detail", client.pk)
    return form_page(
        request, "consultancy/client_status_form.html", form, client=client
    )


def client_archive(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then put the client in the archive."""
    client = client_or_404(request, pk)

    def act() -> str:
        archive_client(client, at=timezone.now())
        return _("%(client)s is in the archive. You find them under Clients, Archived.")

    return _asked(request, client, act, restores=False)


def client_restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then bring the client back."""
    client = client_or_404(request, pk)

    def act() -> str:
        restore_client(client, at=timezone.now())
        return _("%(client)s is among your clients again.")

    return _asked(request, client, act, restores=True)


def _asked(
    request: HttpRequest, client: Client, act: Callable[[], str], *, restores: bool
) -> HttpResponse:
    form = confirm_form(request)
    if form.is_valid():
        try:
            said = act()
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            messages.success(request, said % {"client": client.name})
            return redirect("requests_log:client_detail", client.pk)
    return form_page(
        request,
        "consultancy/client_archive.html",
        form,
        client=client,
        restores=restores,
    )
