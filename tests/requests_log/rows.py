"""Many requests at once, as lists need them: without triage, without ledger."""

from typing import Any

from requests_log.models import ClientRequest


def add_rows(first: ClientRequest, count: int, **changes: Any) -> list[ClientRequest]:
    """Add COUNT copies of a request, at any stage; return them."""
    told = {
        "consultant": first.consultant,
        "client": first.client,
        "message": first.message,
        "text": first.text,
        "channel": first.channel,
        "stage": first.stage,
        "verdict": first.verdict,
        "received_at": first.received_at,
        "search_text": first.search_text,
    }
    rows = (ClientRequest(**(told | changes)) for _ in range(count))
    return ClientRequest.objects.bulk_create(rows)
