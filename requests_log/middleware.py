"""What to answer while the rules cannot be read."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from requests_log.triage.rulebook import RuleFileError

GetResponse = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger(__name__)


class WithoutRules:
    """Say calmly which file is faulty; nothing is judged by half a rulebook."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, fault: Exception
    ) -> HttpResponse | None:
        if not isinstance(fault, RuleFileError):
            return None
        log.error("the rules cannot be read: %s", fault)
        context = {"fault": fault}
        return render(request, "requests_log/rules_faulty.html", context, status=503)
