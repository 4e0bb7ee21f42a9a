"""The characters of every test: Marta the consultant, Ana who follows, Bruno who
overrides, and Nadia, another consultant, who must see nothing of Marta's."""

import uuid
from datetime import UTC, date, datetime
from typing import Any

from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from consultancy.actions.create_consultant import create_consultant
from consultancy.actions.enable_second_factor import (
    begin_second_factor,
    enable_second_factor,
)
from consultancy.actions.keep_file import Upload, keep_file
from consultancy.actions.note_strategy import Agreement, note_strategy
from consultancy.actions.prove_strategy import prove_strategy
from consultancy.actions.save_client import ClientData, ContactData, add_client
from consultancy.models import Client, Consultant, StrategyVersion
from consultancy.selectors.clients import main_contact
from consultancy.strategy_file import strategy_from_fields
from requests_log.actions.compose_letter import Answer
from requests_log.actions.confirm_verdict import confirm_verdict
from requests_log.actions.log_request import Incoming, log_request
from requests_log.actions.recommend import Advice, Argument, recommend
from requests_log.actions.send import Sent, send
from requests_log.models import ClientRequest, Recommendation

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
PASSWORD = "una contraseña larga"
BUYS_FOLLOWERS = "Cómprame 5.000 seguidores para Instagram antes de la feria"
WANTS_TIKTOK = "Ábrenos un TikTok y sube un vídeo cada día"
STRATEGY: dict[str, Any] = {
    "id": "bruno",
    "name": "Ferretería Bruno",
    "languages": ["es"],
    "markets": ["ES"],
    "goals": ["sales", "loyalty"],
    "channels": {"instagram": 3, "facebook": 2},
    "channels_excluded": ["tiktok"],
    "topics": ["herramientas", "bricolaje"],
    "tone": {"register": "neutral", "address": "tu", "emoji": "few", "humour": "yes"},
    "monthly_budget": {"amount": "300", "currency": "EUR"},
    "lead_time_days": 3,
}


def make_consultant(
    name: str = "Marta Roldán",
    email: str = "marta@example.com",
    language: str = "es",
    *,
    is_demo: bool = False,
) -> Consultant:
    """Return a practice whose user signs in with PASSWORD."""
    return create_consultant(
        email=email,
        password=PASSWORD,
        name=name,
        language=language,
        time_zone="Europe/Madrid",
        at=NOW,
        is_demo=is_demo,
    )


def make_client(
    consultant: Consultant,
    name: str = "Ferretería Bruno",
    language: str = "es",
    address_form: str = "tu",
) -> Client:
    """Return a client for whom Bruno decides."""
    return add_client(
        consultant,
        client=ClientData(name, "ferretería", language, address_form),
        contact=ContactData("Bruno Peña", "gerente", "bruno@example.com", True),
        at=NOW,
    )


def make_strategy(client: Client, **changes: Any) -> StrategyVersion:
    """Put STRATEGY, with changes, in force; agreed on 3 March 2026 without proof."""
    return note_strategy(
        client,
        strategy=strategy_from_fields(STRATEGY | changes),
        agreement=Agreement(date(2026, 3, 3), "Bruno Peña", "meeting"),
        today=date(2026, 3, 3),
        at=NOW,
    )


def prove(version: StrategyVersion, name: str = "acta.pdf") -> StrategyVersion:
    """Bring the minutes in which Bruno agreed to it."""
    upload = Upload(name, "application/pdf", b"%PDF-1.7 acta")
    file = keep_file(version.client.consultant, upload=upload, at=NOW)
    prove_strategy(version, agreement=Agreement(files=(file,)), at=NOW)
    return version


def make_request(client: Client, text: str = BUYS_FOLLOWERS) -> ClientRequest:
    """Return a request that has just been logged."""
    incoming = Incoming(
        text=text,
        channel="whatsapp",
        sent_by=main_contact(client),
        happened_at=NOW,
        wanted_on=None,
        submission=uuid.uuid4(),
    )
    return log_request(client, incoming=incoming, today=NOW.date(), at=NOW)


def object_to(request: ClientRequest, verdict: str | None = None) -> ClientRequest:
    """Confirm the engine's objection, or object by the verdict given."""
    engine = request.triage.verdict
    wanted = verdict or engine
    confirm_verdict(
        request,
        verdict=wanted,
        reason="" if wanted == engine else "Lo conozco de otros clientes del sector.",
        own_rule="" if wanted == engine else "fake_engagement",
        at=NOW,
    )
    return request


ADVICE = Advice(
    arguments=(Argument("experience", "Los seguidores comprados no compran.", ""),),
    consequences=("Instagram puede retirar los seguidores.", "Baja el alcance."),
    alternatives=("Una campaña de alcance real de 100 euros.",),
    reply="Hola, Bruno: mejor no, y te cuento por qué.",
)


def advise(request: ClientRequest) -> Recommendation:
    """Return advice on a request that was objected to."""
    return recommend(request, advice=ADVICE, at=NOW)


def answer(outcome: str = "overrides", **changes: Any) -> Answer:
    """Return Bruno's answer by telephone."""
    told: dict[str, Any] = {
        "outcome": outcome,
        "alternative": "",
        "channel": "phone",
        "by_name": "Bruno Peña",
        "by_role": "gerente",
        "words": "Lo quiero igual, la feria es en dos semanas y no quiero esperar.",
        "happened_at": NOW,
    }
    return Answer(**(told | changes))


def send_advice(request: ClientRequest, **changes: Any) -> None:
    """Note that the newest advice went out by WhatsApp."""
    advice = request.advice
    assert advice is not None
    at = changes.pop("at", NOW)
    told: dict[str, Any] = {"channel": "whatsapp", "happened_at": at}
    send(advice, sent=Sent(**(told | changes)), at=at)
    request.refresh_from_db()


def make_advised(client: Client, text: str = BUYS_FOLLOWERS) -> ClientRequest:
    """Return a request that waits for the client's decision."""
    request = object_to(make_request(client, text))
    advise(request)
    return request


def code_of(consultant: Consultant, *, steps: int = 0) -> str:
    """Return what the consultant's authenticator shows, now or STEPS of 30 s later."""
    device = TOTPDevice.objects.get(user=consultant.user)
    shown = totp(device.bin_key, t0=-30 * steps)
    return f"{shown:06}"


def with_second_factor(consultant: Consultant) -> list[str]:
    """Turn the second step on; return the recovery codes."""
    begin_second_factor(consultant.user)
    code = code_of(consultant, steps=-1)
    return enable_second_factor(consultant, code=code, at=NOW)
