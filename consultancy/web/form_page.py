"""The page of a form: as it is opened, or as it was refused."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

REFUSED = 422


def form_page(
    request: HttpRequest, template: str, form: forms.Form, /, **more: Any
) -> HttpResponse:
    """Answer with TEMPLATE, which knows the form as `form`, and MORE; to programs the
    status says whether the form is at fault."""
    status = REFUSED if form.errors else 200
    return render(request, template, {"form": form, **more}, status=status)
