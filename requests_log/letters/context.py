"""A letter as a job for the paper: HTML, pictures, record."""

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
from consultancy.paper.glyphs import printable
from consultancy.paper.job import Asset, FieldLabels, RenderJob
from consultancy.paper.pictures import printable_picture

from . import sections
from .decision_confirmation import DecisionConfirmation
from .kinds import TEMPLATES, record_bytes
from .letter import Letter
from .moments import day_text, moment_text
from .not_answered import NotAnswered
from .parts import Ending, Settlement
from .shown import paragraphs, printable_copy
from .wording import DIRECT
from .written_recommendation import WrittenRecommendation

STYLESHEETS = ("letter.css",)
LOGO = "logo"
QR = "qr"
NAMED = b"[U+"


def render_job(letter: Letter, *, certificate: str = "") -> RenderJob:
    """Return LETTER as a job for the renderer: same letter and certificate, same job.

    CERTIFICATE is whom the one names that will sign it, else who writes.
    Written in the letter's language and form of address, whatever is active. Raises
    PictureRefused for a logo that is no picture.
    """
    with translation.override(letter.language):
        html = get_template(TEMPLATES[type(letter)]).render(page(letter, certificate))
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


def page(letter: Letter, certificate: str = "") -> dict[str, Any]:
    """Return the template's context, in the active language."""
    shown = printable_copy(letter)
    return {
        "letter": shown,
        "say": DIRECT[letter.address],
        "issued_on": day_text(letter.issued_at.astimezone(ZoneInfo(letter.zone))),
        "issued": moment_text(letter.issued_at, letter.zone),
        "created": letter.issued_at.astimezone(UTC).isoformat(timespec="seconds"),
        "verification_url": letter.verification_url,
        # It ends a sentence: the stop of "S. L." serves as that of the sentence.
        "certificate": printable(certificate or letter.letterhead.name).removesuffix(
            "."
        ),
        "address_lines": paragraphs(shown.letterhead.address),
        "palette": palette(accent) if (accent := letter.letterhead.accent) else None,
        "asked": sections.asked(shown),
        "advice": sections.advice(shown),
        "timeline": sections.timeline(shown),
        "footer": _footer(),
        "names_characters": _names_characters(letter, shown),
    } | _own_parts(shown)


def _own_parts(shown: Letter) -> dict[str, Any]:
    """Return what only this kind of letter has."""
    match shown:
        case WrittenRecommendation(ending=ending, decision=decision):
            return {
                "is_refusal": ending is Ending.BAD_PRACTICE,
                "decision": sections.decision(decision, shown.zone),
            }
        case NotAnswered(ending=ending, sendings=sendings):
            say, now = DIRECT[shown.address], moment_text(shown.issued_at, shown.zone)
            return {
                "is_refusal": ending is Ending.BAD_PRACTICE,
                "sendings": sections.sendings(sendings, shown.zone),
                "no_answer_yet": say.no_answer_yet % {"moment": now},
            }
        case DecisionConfirmation(settlement=settlement, decision=decision):
            return {
                "follows": settlement is Settlement.FOLLOWS,
                "decision": sections.decision(decision, shown.zone),
                "chosen": paragraphs(shown.alternative) if shown.alternative else (),
            }
    raise TypeError(type(shown))


def _field_labels(letter: Letter) -> FieldLabels:
    return FieldLabels(
        consultant=gettext("Digital signature of %(name)s")
        % {"name": letter.letterhead.name},
        client=gettext("Room for a digital signature of the client, optional"),
    )


def _pictures(letter: Letter) -> Iterator[tuple[str, Asset]]:
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


def _names_characters(letter: Letter, shown: Letter) -> bool:
    """Say whether a character is printed by its number instead of drawn."""
    return record_bytes(shown).count(NAMED) > record_bytes(letter).count(NAMED)
