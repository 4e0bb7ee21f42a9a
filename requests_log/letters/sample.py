"""An invented letter to see a letterhead on: marked on every page, never signed."""

from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext

from consultancy.paper.job import RenderJob

from . import parts
from .context import render_job
from .written_recommendation import WrittenRecommendation

STYLESHEET = "sample.css"
NO_SERIAL = "0000"  # no letter has it: they are counted from 1
STEPS = ("log_request", "confirm_verdict_objection", "recommend", "send")
LAST = "decide_overrides"


def sample_job(
    letterhead: parts.Letterhead, *, language: str, zone: str, at: datetime
) -> RenderJob:
    """Return an invented letter as a job for the renderer."""
    with translation.override(language):
        letter = _letter(letterhead, language, zone, at)
        word = pgettext("letter", "Sample")
    job = render_job(letter)
    marked = job.html.replace("<body>", format_html('<body data-sample="{}">', word), 1)
    return replace(job, html=marked, stylesheets=(*job.stylesheets, STYLESHEET))


def _letter(
    letterhead: parts.Letterhead, language: str, zone: str, at: datetime
) -> WrittenRecommendation:
    year = at.astimezone(ZoneInfo(zone)).year
    return WrittenRecommendation(
        number=f"{year}-{NO_SERIAL}",
        issued_at=at,
        zone=zone,
        language=language,
        address=parts.Address.USTED,
        ending=parts.Ending.OFF_STRATEGY,
        letterhead=letterhead,
        recipient=parts.Recipient(
            client_name=gettext("The Corner Bakery"), contact_name=_owner()
        ),
        asked=parts.Asked(
            words=gettext("Open a TikTok for us this week. Everybody is there."),
            channel=parts.Channel.WHATSAPP,
            moment=_moment(at, days=3),
        ),
        advice=_advice(at),
        decision=_decision(letterhead, at),
        timeline=_timeline(letterhead, at),
        ledger_head=parts.LedgerHead(len(STEPS) + 1, _hash(LAST)),
    )


def _advice(at: datetime) -> parts.Advice:
    return parts.Advice(
        version=1,
        moment=_moment(at, days=2),
        findings=(),
        arguments=(
            parts.Argument(
                parts.Factor.STRATEGY,
                gettext("This year’s effort goes into Instagram."),
            ),
            parts.Argument(
                parts.Factor.RESOURCES,
                gettext("One more channel takes content of its own every week."),
            ),
        ),
        consequences=(
            parts.Consequence(gettext("The new channel stands still within weeks.")),
        ),
        alternatives=(gettext("Two short films a month where the customers are."),),
    )


def _decision(letterhead: parts.Letterhead, at: datetime) -> parts.Decision:
    return parts.Decision(
        channel=parts.Channel.PHONE,
        by_name=_owner(),
        words=gettext("I understand, but I want to be there too. Go ahead."),
        moment=_moment(at, days=0),
        recorded_by=letterhead.name,
    )


def _timeline(
    letterhead: parts.Letterhead, at: datetime
) -> tuple[parts.TimelineEntry, ...]:
    return tuple(
        parts.TimelineEntry(
            seq=place,
            kind=kind,
            at=at - timedelta(days=len(STEPS) - place + 1),
            actor=letterhead.name,
            hash=_hash(kind),
        )
        for place, kind in enumerate((*STEPS, LAST), start=1)
    )


def _owner() -> str:
    return gettext("Alex Baker")


def _moment(at: datetime, *, days: int) -> parts.Moment:
    return parts.Moment(at - timedelta(days=days), at - timedelta(days=days))


def _hash(word: str) -> str:
    return sha256(word.encode()).hexdigest()
