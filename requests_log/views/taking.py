"""Everything of a consultant, to take along."""

from contextlib import suppress

from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from consultancy.actions.note_taken import note_taken
from consultancy.errors import InstallationReadOnly
from consultancy.web.owner import consultant_of
from requests_log.export.bundle import bundle_of


@require_POST
def everything(request: HttpRequest) -> StreamingHttpResponse:
    """Send it while it is made, a piece at a time."""
    consultant, now = consultant_of(request), timezone.now()
    # What is one's own can be taken even where nothing can be entered.
    with suppress(InstallationReadOnly):
        note_taken(consultant, at=now)
    name = f"por-escrito-{timezone.localdate():%Y-%m-%d}.zip"
    return StreamingHttpResponse(
        bundle_of(consultant, at=now),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
