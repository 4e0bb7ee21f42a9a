"""One version of a strategy: read whole, and proven afterwards."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.actions.prove_strategy import prove_strategy
from consultancy.errors import AlreadyAgreed, FilesGone
from consultancy.models import StrategyVersion
from consultancy.selectors.strategies import (
    newest_number,
    version_before,
    version_of,
    what_changed,
)
from consultancy.selectors.strategy_lines import strategy_lines
from consultancy.web.agreement import ProofForm
from consultancy.web.form_page import form_page
from consultancy.web.owner import consultant_of
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent
from consultancy.web.uploads import GONE


def strategy_version(request: HttpRequest, pk: int) -> HttpResponse:
    version = _version_or_404(request, pk)
    context = {
        "version": version,
        "lines": strategy_lines(version.strategy),
        "changes": what_changed(version_before(version), version),
        "newest": newest_number(version.client),
    }
    return render(request, "consultancy/strategy_version.html", context)


def strategy_proof(request: HttpRequest, pk: int) -> HttpResponse:
    version = _version_or_404(request, pk)
    if version.proven_at:
        messages.info(request, _("This version has its proof already."))
        return redirect("strategy_version", version.pk)
    form = ProofForm(
        sent(request),
        request.FILES or None,
        version=version,
        today=timezone.localdate(),
    )
    form.hold_files(at=timezone.now())
    if form.is_valid() and _proven(form, version):
        messages.success(request, _("It is written down, and cannot be changed."))
        return redirect("strategy_version", version.pk)
    return form_page(request, "consultancy/strategy_proof.html", form, version=version)


def _version_or_404(request: HttpRequest, pk: int) -> StrategyVersion:
    """Return the signed-in consultant's version; anybody else's does not exist."""
    try:
        return version_of(consultant_of(request), pk)
    except StrategyVersion.DoesNotExist as error:
        raise Http404 from error


def _proven(form: ProofForm, version: StrategyVersion) -> bool:
    try:
        prove_strategy(version, agreement=form.agreement(), at=timezone.now())
    except AlreadyAgreed:
        form.add_error(
            None, _("Another tab was faster: look at what the version says now.")
        )
    except FilesGone:
        form.add_error("held", GONE)
    except NOT_STORED as error:
        explain_not_stored(form, error)
    else:
        return True
    return False
