"""The mark of the app where a browser looks for one unasked, as beside a bare PDF."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static


@login_not_required
def favicon(_request: HttpRequest) -> HttpResponse:
    return redirect(static("img/mark.svg"))
