"""Is the process alive, and can it serve? For whoever watches over it."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse

from consultancy.ledger import triggers
from consultancy.selectors.readiness import why_read_only
from consultancy.selectors.schema import schema_state


@login_not_required
def healthz(_request: HttpRequest) -> JsonResponse:
    return JsonResponse({"alive": True})


@login_not_required
def readyz(_request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database is migrated, guarded, and letters can be signed."""
    faults = _database_faults() + [fault for fault in [why_read_only(None)] if fault]
    return JsonResponse(
        {"ready": not faults, "faults": faults}, status=503 if faults else 200
    )


def _database_faults() -> list[str]:
    try:
        state = schema_state(connection)
        if state.is_newer:
            return ["newer_database"]
        if state.missing:
            return ["not_migrated"]
        return ["ledger_not_guarded"] if triggers.missing(connection) else []
    except DatabaseError:
        return ["database"]
