"""The example practice of seeds/demo, played through the same acts as a real one."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from consultancy.actions.change_profile import Look, change_profile
from consultancy.actions.create_consultant import create_consultant
from consultancy.actions.keep_file import Upload, keep_file
from consultancy.actions.note_strategy import Agreement, note_strategy
from consultancy.actions.save_client import ClientData, ContactData, add_client
from consultancy.actions.save_contact import add_contact
from consultancy.careful_yaml import read_yaml
from consultancy.models import Client, Consultant, User
from consultancy.paper.pictures import logo_pictures
from consultancy.strategy_file import strategy_from_fields
from consultancy.web.media_types import ANYTHING

from .demo_journey import Step, journey

OPENED_DAYS_AGO = 240

Fields = Mapping[str, Any]


@transaction.atomic
def load_demo(file: Path, *, now: datetime) -> Consultant | None:
    """Load the practice in FILE unless its user exists; None when he does.

    All of it or nothing: half a demo would be taken for the whole one next time.
    """
    demo: Any = read_yaml(file.read_text("utf-8"))
    if User.objects.filter(email=demo["consultant"]["email"]).exists():
        return None
    opened = now - timedelta(days=OPENED_DAYS_AGO)
    consultant = _consultant(demo["consultant"], file.parent, opened)
    clients = {
        each["key"]: _client(consultant, each, opened) for each in demo["clients"]
    }
    steps = [
        _agreement(clients[each["key"]], each, file.parent, now)
        for each in demo["clients"]
    ]
    for each in demo["requests"]:
        steps += journey(clients[each["client"]], each, now=now)
    # One practice lives one thing after another: its ledger must not jump in time.
    for step in sorted(steps, key=lambda step: step.at):
        step.act()
    return consultant


def _consultant(told: Fields, folder: Path, at: datetime) -> Consultant:
    consultant = create_consultant(
        email=told["email"],
        password=told["password"],
        name=told["name"],
        language=told["language"],
        time_zone=told["time_zone"],
        at=at,
        is_demo=True,
    )
    change_profile(
        consultant,
        letterhead={
            "name": told["name"],
            "trade": told["trade"],
            "tax_id": told["tax_id"],
            "address": told["address"],
            "email": told["email_on_letters"],
            "phone": told["phone"],
        },
        language=told["language"],
        time_zone=told["time_zone"],
        look=Look(told["accent"], logo_pictures((folder / told["logo"]).read_bytes())),
        at=at,
    )
    return consultant


def _client(consultant: Consultant, told: Fields, at: datetime) -> Client:
    client = add_client(
        consultant,
        client=ClientData(
            told["name"], told["sector"], told["language"], told["address_form"]
        ),
        contact=_contact(told["contact"]),
        at=at,
    )
    for person in told.get("people", []):
        add_contact(client, contact=_contact(person), is_main=False, at=at)
    return client


def _contact(told: Fields) -> ContactData:
    return ContactData(
        name=told["name"],
        role=told["role"],
        email=told.get("email", ""),
        phone=told.get("phone", ""),
        may_decide=told.get("may_decide") != "no",
    )


def _agreement(client: Client, told: Fields, folder: Path, now: datetime) -> Step:
    agreed = told.get("agreed", {})
    at = now - timedelta(days=int(agreed.get("days_ago", OPENED_DAYS_AGO - 1)))

    def act() -> None:
        note_strategy(
            client,
            strategy=strategy_from_fields(told["strategy"]),
            agreement=_proven(client, agreed, folder, at) if agreed else Agreement(),
            today=at.date(),
            at=at,
        )

    return Step(at, act)


def _proven(client: Client, agreed: Fields, folder: Path, at: datetime) -> Agreement:
    proof = folder / agreed["proof"]
    upload = Upload(proof.name, ANYTHING, proof.read_bytes())
    return Agreement(
        on=at.date(),
        by=agreed["by"],
        how=agreed["how"],
        files=(keep_file(client.consultant, upload=upload, at=at),),
    )
