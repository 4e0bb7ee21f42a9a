"""A number and the frozen content of a letter on a request."""

from collections.abc import Callable
from datetime import datetime

from consultancy.actions.reserve_document import Reservation, reserve_document
from consultancy.models import Document
from consultancy.selectors.letter_address import ADDRESS, fingerprint_of, letter_address
from requests_log.letters.kinds import to_record
from requests_log.letters.letter import Letter
from requests_log.models import ClientRequest, Recommendation

from .compose_letter import Frame, Superseded
from .move import subject_of


def reserve_letter(
    request: ClientRequest,
    *,
    kind: str,
    advice: Recommendation,
    compose: Callable[[Frame], Letter],
    at: datetime,
    in_place_of: Document | None = None,
    why: str = "",
) -> Document:
    """Reserve in the caller's transaction what COMPOSE makes of its frame.

    IN_PLACE_OF is the letter that this one supersedes, WHY the reason it gives.
    """
    superseded = Superseded(in_place_of.number, why) if in_place_of else None

    def record(reservation: Reservation) -> dict[str, object]:
        frame = Frame(request, advice, reservation, at, superseded)
        told = to_record(compose(frame))
        # The address holds part of the fingerprint, which leaves the address out.
        address = letter_address(reservation.number, fingerprint_of(told))
        return told | {ADDRESS: address}

    return reserve_document(
        request.consultant,
        kind=kind,
        language=advice.language,
        client=request.client,
        subject=subject_of(request),
        record=record,
        supersedes=in_place_of,
        at=at,
    )
