"""The list of requests, narrowed down by its address."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from consultancy.models import Consultant
from consultancy.selectors.clients import clients_of
from consultancy.web.owner import consultant_of
from requests_log.forms.filters import FiltersForm, read_filters
from requests_log.selectors.filters import MOST_FOUND
from requests_log.selectors.lists import ENOUGH, requests_listed
from requests_log.selectors.request_table import reader_in, table_of


def request_list(request: HttpRequest) -> HttpResponse:
    """Show the requests; to htmx, only what the filters change."""
    consultant = consultant_of(request)
    form = _filters(request, consultant)
    filters = form.filters()
    listed = requests_listed(
        consultant, filters=filters, after=request.GET.get("after")
    )
    context = {
        "form": form,
        "page": listed.page,
        "count": min(listed.count, ENOUGH),
        "more_than_counted": listed.more_than_counted,
        "most_found": MOST_FOUND if filters.only_words else None,
    }
    if not _asks_for_a_part(request):
        return render(request, "requests_log/request_list.html", context)
    response = render(request, "requests_log/request_results.html", context)
    response["HX-Push-Url"] = _address_to_show(request, form)
    return response


def request_table(request: HttpRequest) -> StreamingHttpResponse:
    """Hand the whole filtered list out as CSV, line by line."""
    consultant = consultant_of(request)
    filters = _filters(request, consultant).filters()
    # The lines are written after this answer has left its language and zone.
    reader = reader_in(timezone.get_current_timezone())
    return StreamingHttpResponse(
        table_of(consultant, filters=filters, reader=reader),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="requests.csv"'},
    )


def _filters(request: HttpRequest, consultant: Consultant) -> FiltersForm:
    clients = list(clients_of(consultant))
    return read_filters(request.GET, consultant=consultant, clients=clients)


def _asks_for_a_part(request: HttpRequest) -> bool:
    # Going back asks for the page again, and needs all of it.
    headers = request.headers
    return "HX-Request" in headers and "HX-History-Restore-Request" not in headers


def _address_to_show(request: HttpRequest, form: FiltersForm) -> str:
    """Return the address without empty filters; "false" where it is shown already."""
    plain = reverse("requests_log:request_list")
    wanted = f"{plain}?{form.kept}" if form.kept else plain
    shown = request.headers.get("HX-Current-URL", "")
    return "false" if shown == request.build_absolute_uri(wanted) else wanted
