"""A practice with as many requests as wanted, told apart as those of a real one."""

import random
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate

from consultancy.models import Client, Consultant
from requests_log.models import ClientRequest, Finding, Message, Triage
from requests_log.models.search_text import search_text
from tests.people import NOW, make_client, make_consultant, make_strategy

VOCABULARY = 20_000  # words; the n-th is 1/n as frequent as the first, as in speech
SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi zo".split()
AT_A_TIME = 2_000
CLIENTS = 40
# How often, of a hundred: a day's work is small beside what is done with.
STAGES = {"closed": 93, "advised": 3, "logged": 2, "objected": 1, "overridden": 1}
VERDICTS = {"fine": 70, "off_strategy": 20, "bad_practice": 10}
CHANNELS = {"whatsapp": 60, "email": 30, "phone": 9, "meeting": 1}
RULES = {
    "engagement_bait": 60,
    "fake_engagement": 30,
    "fake_reviews": 9,
    "tragedy_exploitation": 1,
}


@dataclass
class Practice:
    """Marta, her clients, and how many requests they made so far."""

    marta: Consultant
    clients: Sequence[Client]
    size: int = 0


def open_practice() -> Practice:
    """Return a practice with clients, strategies and no request."""
    marta = make_consultant()
    clients = [make_client(marta, f"Cliente {n}") for n in range(CLIENTS)]
    for client in clients:
        make_strategy(client)
    return Practice(marta, clients)


def grow(practice: Practice, size: int) -> None:
    """Add requests, one a minute, until there are SIZE of them."""
    chance = random.Random(size)
    while practice.size < size:
        count = min(AT_A_TIME, size - practice.size)
        _add(practice, count, chance)
        practice.size += count


def word(rank: int) -> str:
    """Return the word of that rank; none is the beginning of another."""
    rest, syllables = rank, ["ka"]
    while rest:
        rest, place = divmod(rest, len(SYLLABLES))
        syllables.append(SYLLABLES[place])
    return "".join([*syllables, "n"])


WORDS = [word(rank) for rank in range(1, VOCABULARY + 1)]
WEIGHTS = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))


def _add(practice: Practice, count: int, chance: random.Random) -> None:
    messages = Message.objects.bulk_create(
        _message(practice, n, chance) for n in range(count)
    )
    requests = ClientRequest.objects.bulk_create(
        _request(practice, message, chance) for message in messages
    )
    triages = Triage.objects.bulk_create(
        Triage(request=row, verdict=row.verdict, language="es", rulebook="x", at=NOW)
        for row in requests
    )
    Finding.objects.bulk_create(
        _finding(triage, chance) for triage in triages if triage.verdict != "fine"
    )


def _message(practice: Practice, n: int, chance: random.Random) -> Message:
    came_in = NOW + timedelta(minutes=practice.size + n)
    return Message(
        client=chance.choice(practice.clients),
        text=" ".join(chance.choices(WORDS, cum_weights=WEIGHTS, k=30)),
        channel=_one_of(CHANNELS, chance),
        happened_at=came_in,
        recorded_at=came_in,
        submission=uuid.UUID(int=chance.getrandbits(128)),
    )


def _request(
    practice: Practice, message: Message, chance: random.Random
) -> ClientRequest:
    marta, client = practice.marta, message.client
    return ClientRequest(
        consultant=marta,
        client=client,
        message=message,
        text=message.text,
        channel=message.channel,
        stage=_one_of(STAGES, chance),
        verdict=_one_of(VERDICTS, chance),
        received_at=message.happened_at,
        search_text=search_text(message.text, consultant=marta.pk, client=client.pk),
    )


def _finding(triage: Triage, chance: random.Random) -> Finding:
    return Finding(
        triage=triage,
        position=0,
        rule=_one_of(RULES, chance),
        verdict=triage.verdict,
        severity="high",
        title={"es": "Regla", "en": "Rule"},
        why={"es": "Porque sí", "en": "Because"},
        spans=[[0, 4]],
    )


def _one_of(shares: dict[str, int], chance: random.Random) -> str:
    return chance.choices(list(shares), weights=shares.values())[0]
