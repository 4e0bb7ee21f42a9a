"""Is this letter genuine? For anybody who holds one: no account, nothing kept."""

from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from consultancy.forms.verify import VerifyForm
from consultancy.paper.errors import ChildError
from consultancy.selectors.letter_address import letter_at
from consultancy.selectors.verification import files_of, signer_of, verify_file
from consultancy.web.answers import told
from consultancy.web.pace import asks_too_often

MOST_FILES = 20
MOST_NUMBERS = 200


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """Take a file and say what it is."""
    if request.method != "POST":
        return _page(request, VerifyForm())
    if asks_too_often(request, what="verify", most=MOST_FILES):
        return _wait(request, HTTPStatus.TOO_MANY_REQUESTS)
    form = VerifyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        verification = verify_file(form.content())
    except ChildError:
        return _wait(request, HTTPStatus.SERVICE_UNAVAILABLE)
    found = {"verification": verification, "told": told(verification)}
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
