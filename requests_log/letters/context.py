"""A written recommendation as a job for the paper: HTML, pictures, record."""

from collections.abc import Iterator
from datetime import UTC
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import segno
from django.template.loader import get_template
from django.utils import translation
from django.utils.translation import gettext

from consultancy.paper.colours import palette
from consultancy.paper.job import Asset, FieldLabels, RenderJob
from consultancy.paper.pictures import printable_picture

from . import sections
from .moments import day_text, moment_text
from .parts import Ending
from .shown import paragraphs, printable_copy
from .wording import DIRECT
from .written_recommendation import WrittenRecommendation, record_bytes

TEMPLATE = "paper/written_recommendation.html"
STYLESHEETS = ("letter.css",)
LOGO = "logo"
QR = "qr"
NAMED = b"[U+"


def render_job(letter: WrittenRecommendation) -> RenderJob:
    """Return LETTER as a job for the renderer: same letter, same job.

    Written in the letter's language and form of address, whatever is active. Raises
    PictureRefused for a logo that is no picture.
    """
    with translation.override(letter.language):
        html = get_template(TEMPLATE).render(page(letter))
        labels = _field_labels(letter)
    return RenderJob(
        html=html,
        stylesheets=STYLESHEETS,
        record_json=record_bytes(letter),
        created_at=letter.issued_at,
        identifier=f"{letter.number} {letter.ledger_head.hash}",
        field_labels=labels,
        assets=dict(_pictures(letter)),
    )


def page(letter: WrittenRecommendation) -> dict[str, Any]:
    """Return the template's context, in the active language."""
    shown = printable_copy(letter)
    return {
        "letter": shown,
        "say": DIRECT[letter.address],
        "is_refusal": letter.ending is Ending.BAD_PRACTICE,
        "issued_on": day_text(letter.issued_at.astimezone(ZoneInfo(letter.zone))),
        "issued": moment_text(letter.issued_at, letter.zone),
        "created": letter.issued_at.astimezone(UTC).isoformat(timespec="seconds"),
        "verification_url": letter.verification_url,
        "address_lines": paragraphs(shown.letterhead.address),
        "palette": palette(accent) if (accent := letter.letterhead.accent) else None,
        "asked": sections.asked(shown),
        "advice": sections.advice(shown),
        "decision": sections.decision(shown),
        "timeline": sections.timeline(shown),
        "footer": _footer(),
        "names_characters": _names_characters(letter, shown),
    }


def _field_labels(letter: WrittenRecommendation) -> FieldLabels:
    return FieldLabels(
        consultant=gettext("Digital signature of %(name)s")
        % {"name": letter.letterhead.name},
        client=gettext("Room for a digital signature of the client, optional"),
    )


def _pictures(letter: WrittenRecommendation) -> Iterator[tuple[str, Asset]]:
    if letter.letterhead.logo is not None:
        yield LOGO, Asset(printable_picture(letter.letterhead.logo), "image/png")
    if letter.verification_url:
        svg = BytesIO()
        code = segno.make(letter.verification_url, error="m", micro=False)
        code.save(svg, kind="svg", border=0, xmldecl=False, omitsize=True)
        yield QR, Asset(svg.getvalue(), "image/svg+xml")


def _footer() -> dict[str, str]:
    """Return the words around the two page numbers, which only the renderer knows."""
    whole = gettext("Page %(page)s of %(pages)s") % {"page": "\0", "pages": "\0"}
    before, between, after = whole.split("\0")
    return {"before": before, "between": between, "after": after}


def _names_characters(
    letter: WrittenRecommendation, shown: WrittenRecommendation
) -> bool:
    """Say whether a character is printed by its number instead of drawn."""
    return record_bytes(shown).count(NAMED) > record_bytes(letter).count(NAMED)
