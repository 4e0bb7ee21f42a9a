"""Letters of Marta's to Bruno, who overrides: in both languages, to both endings."""

import hashlib
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from requests_log.letters.decision_confirmation import DecisionConfirmation
from requests_log.letters.not_answered import NotAnswered
from requests_log.letters.parts import (
    Address,
    Advice,
    Argument,
    Asked,
    Authority,
    Channel,
    Consequence,
    Decision,
    Ending,
    Factor,
    Finding,
    LedgerHead,
    Letterhead,
    Moment,
    Proof,
    Recipient,
    Sending,
    Settlement,
    StrategyLine,
    TimelineEntry,
    Way,
)
from requests_log.letters.written_recommendation import WrittenRecommendation

ISSUED = datetime(2026, 11, 22, 9, 40, 33, tzinfo=UTC)
URL = "https://porescrito.example.org/verify/2026-0007"
STEPS = (
    "log_request",
    "confirm_verdict_objection",
    "recommend",
    "send",
    "decide_overrides",
    "document_reserved",
)
WORDS = {
    "es": {
        "asked": "Ábrenos un TikTok esta semana, que ahí está todo el mundo.\n\n"
        "Lo necesito antes del viernes.",
        "title": "Un canal que quedó fuera de la estrategia",
        "why": "Cada canal nuevo pide contenido propio y respuesta diaria.",
        "quote": "Ábrenos un TikTok esta semana",
        "line": "Canales descartados: TikTok",
        "authority": "Directiva 2005/29/CE",
        "argument": "En marzo se decidió concentrar el esfuerzo en Instagram.",
        "consequence": "El perfil queda abandonado en pocas semanas.",
        "alternative": "Dos vídeos verticales al mes en Instagram.",
        "decided": "Lo entiendo, pero no quiero quedarme atrás. Adelante.",
        "role": "gerente",
    },
    "en": {
        "asked": "Can we get on TikTok this week? Everyone is there.\n\n"
        "Need it by Friday.",
        "title": "A channel the strategy leaves out",
        "why": "Every new channel needs content of its own and daily answers.",
        "quote": "get on TikTok this week",
        "line": "Channels left out: TikTok",
        "authority": "Directive 2005/29/EC",
        "argument": "In March it was settled to put the effort into Instagram.",
        "consequence": "The profile is abandoned within weeks.",
        "alternative": "Two short vertical films a month on Instagram.",
        "decided": "I hear you, but I will not be left behind. Go ahead.",
        "role": "managing director",
    },
}
LETTERHEAD = Letterhead(
    name="Marta Ruiz",
    trade="Social media",
    tax_id="12345678Z",
    address="C/ Mayor 12, 3.º B\n28013 Madrid",
    email="marta@example.com",
    phone="+34 600 000 000",
)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def moment(days_before: int, *, recorded_after: int = 0) -> Moment:
    """Return a moment before the letter, recorded so many minutes after."""
    happened = ISSUED - timedelta(days=days_before)
    return Moment(happened, happened + timedelta(minutes=recorded_after))


def logo() -> bytes:
    """Return a logo with a transparent ground."""
    picture = Image.new("RGBA", (240, 100), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((5, 5, 95, 95), fill="#1f5560")
    content = BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()


def make_letter(
    language: str = "es",
    *,
    address: Address = Address.USTED,
    ending: Ending = Ending.OFF_STRATEGY,
    is_recorded: bool = True,
    **changes: Any,
) -> WrittenRecommendation:
    """Return a letter; recorded after a call, or decided by Bruno on his page."""
    words = WORDS[language]
    told = common(language, address) | {
        "ending": ending,
        "advice": make_advice(
            words, ticked=not is_recorded and ending is Ending.OFF_STRATEGY
        ),
        "decision": make_decision(words, is_recorded=is_recorded),
    }
    return WrittenRecommendation(**(told | changes))


def make_not_answered(
    language: str = "es",
    *,
    address: Address = Address.USTED,
    ending: Ending = Ending.OFF_STRATEGY,
    **changes: Any,
) -> NotAnswered:
    """Return a letter on advice that was sent, brought to mind twice, not answered."""
    told = common(language, address) | {
        "ending": ending,
        "sendings": (
            Sending(Way.WHATSAPP, moment(20)),
            Sending(Way.EMAIL, moment(18), 1),
            Sending(Way.READ_OUT, moment(10, recorded_after=90), 2),
        ),
    }
    return NotAnswered(**(told | changes))


def make_confirmation(
    language: str = "es",
    *,
    address: Address = Address.USTED,
    settlement: Settlement = Settlement.FOLLOWS,
    **changes: Any,
) -> DecisionConfirmation:
    """Return a letter on a decision that goes with the advice, with its proof."""
    words = WORDS[language]
    decision = make_decision(words, is_recorded=True)
    follows = settlement is Settlement.FOLLOWS
    told = common(language, address) | {
        "settlement": settlement,
        "decision": replace(
            decision, proofs=(Proof(name="captura.png", sha256=sha256("proof")),)
        ),
        "alternative": words["alternative"] if follows else "",
    }
    return DecisionConfirmation(**(told | changes))


def common(language: str, address: Address) -> dict[str, Any]:
    """Return what every letter of Marta's to Bruno says."""
    words = WORDS[language]
    return {
        "number": "2026-0007",
        "issued_at": ISSUED,
        "zone": "Europe/Madrid",
        "language": language,
        "address": address,
        "letterhead": LETTERHEAD,
        "recipient": Recipient(
            client_name="Ferretería Bruno, S. L.",
            contact_name="Bruno Peña",
            contact_role=words["role"],
        ),
        "asked": Asked(
            words=words["asked"],
            channel=Channel.WHATSAPP,
            moment=moment(4),
            sent_by="Nuria Soler",
        ),
        "advice": make_advice(words, ticked=False),
        "timeline": make_timeline(),
        "ledger_head": LedgerHead(45, sha256("head")),
        "rulebook": sha256("rulebook"),
        "verification_url": URL,
    }


def make_advice(words: dict[str, str], *, ticked: bool) -> Advice:
    return Advice(
        version=2,
        moment=moment(3),
        findings=(
            Finding(
                rule="channel",
                title=words["title"],
                why=words["why"],
                quotes=(words["quote"],),
                strategy=StrategyLine(
                    line=words["line"], on=date(2026, 3, 3), agreed=True
                ),
                authorities=(
                    Authority(
                        name=words["authority"],
                        article="7",
                        holds_in="EU",
                        checked_on=date(2026, 11, 2),
                        verified=True,
                    ),
                    Authority(name="Hearsay"),
                ),
            ),
        ),
        arguments=(
            Argument(Factor.STRATEGY, words["argument"]),
            Argument(Factor.COMMON_SENSE, words["argument"]),
        ),
        consequences=(Consequence(words["consequence"], ticked=ticked),) * 2,
        alternatives=(words["alternative"],) * 2,
    )


def make_decision(words: dict[str, str], *, is_recorded: bool) -> Decision:
    return Decision(
        channel=Channel.PHONE if is_recorded else Channel.PAGE,
        by_name="Bruno Peña",
        by_role=words["role"],
        words=words["decided"],
        moment=moment(0, recorded_after=18 if is_recorded else 0),
        recorded_by="Marta Ruiz" if is_recorded else "",
    )


def make_timeline() -> tuple[TimelineEntry, ...]:
    return tuple(
        TimelineEntry(
            seq=40 + place,
            kind=kind,
            at=ISSUED - timedelta(hours=48 - place),
            actor="Marta Ruiz",
            hash=sha256(kind),
        )
        for place, kind in enumerate(STEPS)
    )


CODES = {"number", "zone", "language", "kind", "hash", "rule", "rulebook"}
NOT_WORDS = {
    *CODES,
    "verification_url",
    "supersedes",
    "recorded_by",
    "sha256",
    "accent",
}
NAMES = {"name", "sent_by", "actor", "by_name", "by_role"}
SHORT = {*NAMES, "trade", "tax_id", "email", "phone"}
LONGEST_NAME = 40


def with_words(part: Any, text: str, *, name: str = "") -> Any:
    """Return a letter that says TEXT wherever it says what people wrote."""
    if isinstance(part, StrEnum):
        return part
    if isinstance(part, str):
        is_short = name in SHORT or name.startswith(("client_", "contact_"))
        return text[:LONGEST_NAME] if is_short else text
    if isinstance(part, tuple):
        return tuple(with_words(each, text, name=name) for each in part)
    if not is_dataclass(part) or isinstance(part, type):
        return part
    changes = {
        each.name: with_words(getattr(part, each.name), text, name=each.name)
        for each in fields(part)
        if each.name not in NOT_WORDS
    }
    return replace(part, **changes)
