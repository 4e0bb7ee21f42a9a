from collections import Counter

import pytest
from django.conf import settings as real_settings
from django.core.management import CommandError, call_command

from consultancy.ledger.verify import verify_chain
from consultancy.models import Contact, Document, LedgerEntry, StrategyVersion, User
from requests_log.actions.load_demo import load_demo
from requests_log.models import ClientRequest
from tests.people import NOW

FILE = real_settings.SEEDS_DIR / "demo" / "marta.yaml"


@pytest.fixture
def demo(db):
    return load_demo(FILE, now=NOW)


def test_the_demo_shows_every_stage_of_a_day(demo):
    stages = Counter(ClientRequest.objects.values_list("stage", flat=True))
    assert stages == {
        "logged": 2,
        "objected": 1,
        "advised": 2,
        "unanswered": 1,
        "cleared": 1,
        "closed": 2,
        "withdrawn": 1,
        "overridden": 2,
    }


def test_the_rules_say_what_the_demo_says(demo):
    for request in ClientRequest.objects.select_related("triage"):
        assert request.verdict == request.triage.verdict, request.text


def test_what_was_agreed_is_proven_and_what_was_not_reads_as_noted(demo):
    versions = StrategyVersion.objects.of(demo).order_by("client__name")
    told = {version.client.name: version for version in versions}
    assert {name: version.is_agreed for name, version in told.items()} == {
        "Clínica Dental Albufera": True,
        "Horno La Espiga": True,
        "Kiln & Clover": False,
    }
    assert told["Horno La Espiga"].proof.get().file.read().startswith(b"De: Ana")


def test_both_endings_are_in_writing_in_both_languages(demo):
    letters = Document.objects.order_by("serial")
    assert [(d.kind, d.language, d.record["ending"], d.status) for d in letters] == [
        ("not_answered", "en", "off_strategy", "issued"),
        ("written_recommendation", "es", "off_strategy", "issued"),
        ("written_recommendation", "en", "bad_practice", "issued"),
    ]


def test_its_ledger_holds_and_its_clock_only_goes_forward(demo):
    assert verify_chain(demo).fault is None
    kinds = LedgerEntry.objects.of(demo).values_list("kind", flat=True)
    assert "clock_went_back" not in kinds


def test_loading_again_changes_nothing(demo):
    assert load_demo(FILE, now=NOW) is None
    assert User.objects.count() == 1


def test_the_demo_is_refused_where_it_could_be_reached(db, settings):
    settings.DEMO = False
    with pytest.raises(CommandError):
        call_command("seed_demo")


def test_its_letters_bear_its_colour_and_logo(demo):
    letterhead = Document.objects.first().record["letterhead"]
    assert letterhead["accent"] == "#8a2f4b"
    assert letterhead["logo"]


def test_a_client_of_the_demo_has_somebody_who_may_not_decide(demo):
    people = Contact.objects.of(demo).filter(may_decide=False)
    assert [each.name for each in people] == ["Nuria Soler"]
    assert Contact.objects.of(demo).filter(is_main=True).count() == 3
