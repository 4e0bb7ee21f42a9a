"""Is this letter genuine? For anybody who holds one: no account, and nothing kept but
a copy that the client signed, when it is handed over."""

import logging
from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from consultancy.actions.hand_over_copy import hand_over_copy
from consultancy.errors import CopyRefused, NoMoreCopies
from consultancy.forms.verify import VerifyForm
from consultancy.paper.errors import ChildError
from consultancy.selectors.documents import files_of
from consultancy.selectors.letter_address import letter_at
from consultancy.selectors.verification import (
    Verification,
    signer_of,
    verify_file,
)
from consultancy.web.answers import told
from consultancy.web.pace import asks_too_often, brings_too_often
from consultancy.web.refusals import NOT_STORED

MOST_FILES = 20
MOST_NUMBERS = 200
log = logging.getLogger(__name__)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """Take a file and say what it is."""
    if request.method != "POST":
        return _page(request, VerifyForm())
    if brings_too_often(request, what="verify", most=MOST_FILES):
        return _wait(request, HTTPStatus.TOO_MANY_REQUESTS)
    form = VerifyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    content = form.content()
    try:
        verification = verify_file(content)
    except ChildError:
        return _wait(request, HTTPStatus.SERVICE_UNAVAILABLE)
    found: dict[str, Any] = {"verification": verification, "told": told(verification)}
    if form.cleaned_data["keep"] and verification.is_new_copy:
        found["handed_over"] = _hand_over(verification, content)
    elif verification.is_new_copy:
        found["copy_form"] = VerifyForm(auto_id="copy_%s")
    return _page(request, VerifyForm(), found)


@login_not_required
@require_safe
def verify_letter(request: HttpRequest, number: str, mark: str) -> HttpResponse:
    """Say what the record knows of a letter, by the address printed in it."""
    if asks_too_often(request, what="number", most=MOST_NUMBERS):
        return _wait(request, HTTPStatus.TOO_MANY_REQUESTS)
    document = letter_at(number, mark)
    if document is None:
        raise Http404
    context = {
        "form": VerifyForm(),
        "document": document,
        "files": files_of(document),
        "signer": signer_of(document),
    }
    return _unlisted(render(request, "consultancy/verify_letter.html", context))


def _hand_over(verification: Verification, content: bytes) -> bool:
    """Keep the copy with its letter; False where that cannot be done."""
    document = verification.document
    if document is None:
        return False
    try:
        hand_over_copy(document, content=content, at=timezone.now())
    except (CopyRefused, NoMoreCopies, *NOT_STORED) as error:
        log.warning("a copy of letter %s was not kept: %r", document.number, error)
        return False
    return True


def _page(
    request: HttpRequest,
    form: VerifyForm,
    found: dict[str, Any] | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    context = {"form": form} | (found or {})
    page = render(request, "consultancy/verify.html", context, status=status)
    return _unlisted(page)


def _wait(request: HttpRequest, status: int) -> HttpResponse:
    page = render(request, "consultancy/verify_wait.html", status=status)
    page["Retry-After"] = "600" if status == HTTPStatus.TOO_MANY_REQUESTS else "30"
    return _unlisted(page)


def _unlisted(page: HttpResponse) -> HttpResponse:
    page["X-Robots-Tag"] = "noindex"
    return page
