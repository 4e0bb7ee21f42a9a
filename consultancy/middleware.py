"""What every answer needs: the reader's language and zone, and no foreign copies."""

import zoneinfo
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from consultancy.models.session import SessionStore

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
GetResponse = Callable[[HttpRequest], HttpResponse]


def personal_language_and_zone(get_response: GetResponse) -> GetResponse:
    """Speak the user's language and show times in his zone."""

    def answer(request: HttpRequest) -> HttpResponse:
        user = request.user
        zone = settings.DEFAULT_TIME_ZONE
        if user.is_authenticated:
            zone = user.time_zone
            translation.activate(user.language)
            request.LANGUAGE_CODE = user.language
        with timezone.override(zoneinfo.ZoneInfo(zone)):
            return get_response(request)

    return answer


def last_use(get_response: GetResponse) -> GetResponse:
    """Note when a signed-in browser was last seen."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.user.is_authenticated and isinstance(request.session, SessionStore):
            request.session.note_use(timezone.now())
        return response

    return answer


def forms_alone(get_response: GetResponse) -> GetResponse:
    """Refuse a body that is no form: read as one it would look empty."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and request.content_type not in FORMS:
            return HttpResponse(status=HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        return get_response(request)

    return answer


def nothing_personal_in_caches(get_response: GetResponse) -> GetResponse:
    """Forbid every store to keep a page that was made for somebody."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["Permissions-Policy"] = (
            "camera=(), geolocation=(), microphone=()"
        )
        return response

    return answer
