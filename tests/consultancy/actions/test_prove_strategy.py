from datetime import date

import pytest

from consultancy.actions.keep_file import Upload, keep_file
from consultancy.actions.note_strategy import Agreement, note_strategy
from consultancy.actions.prove_strategy import prove_strategy
from consultancy.errors import AlreadyAgreed, FilesGone, InstallationReadOnly
from consultancy.models import LedgerEntry
from consultancy.selectors.clients import strategy_in_force
from consultancy.strategy_file import strategy_from_fields
from tests.people import NOW, STRATEGY

DAY = date(2026, 11, 20)


@pytest.fixture
def file(marta):
    upload = Upload("acta.pdf", "application/pdf", b"%PDF-1.7")
    return keep_file(marta, upload=upload, at=NOW)


@pytest.fixture
def noted(bruno):
    return note_strategy(
        bruno,
        strategy=strategy_from_fields(STRATEGY | {"lead_time_days": 9}),
        agreement=Agreement(),
        today=DAY,
        at=NOW,
    )


def test_proof_is_added_and_nothing_else_changes(bruno, file):
    version = strategy_in_force(bruno)
    told = Agreement(DAY, "Otro", "call", "Minuto 12.", (file,))
    prove_strategy(version, agreement=told, at=NOW)
    version = strategy_in_force(bruno)
    assert version.is_agreed
    assert (version.agreed_on, version.agreed_by) == (date(2026, 3, 3), "Bruno Peña")
    assert (version.agreed_how, version.proof_note) == ("meeting", "Minuto 12.")
    assert version.strategy == strategy_from_fields(STRATEGY)
    content = LedgerEntry.objects.get(kind="strategy_proven").payload.content
    assert content["proof"] == [file.facts]
    assert content["agreed_on"] == "2026-03-03"


def test_a_noted_version_may_be_agreed_first_and_proven_later(noted, file):
    prove_strategy(noted, agreement=Agreement(DAY, "Bruno", "email"), at=NOW)
    assert not noted.is_agreed
    assert LedgerEntry.objects.filter(kind="strategy_agreed").count() == 1
    prove_strategy(noted, agreement=Agreement(files=(file,)), at=NOW)
    assert noted.is_agreed
    assert noted.agreed_on == DAY


def test_proof_is_never_replaced(noted, file, marta):
    told = Agreement(DAY, "Bruno", "email", files=(file,))
    prove_strategy(noted, agreement=told, at=NOW)
    other = keep_file(marta, upload=Upload("b", "x", b"b"), at=NOW)
    with pytest.raises(AlreadyAgreed):
        prove_strategy(noted, agreement=Agreement(files=(other,)), at=NOW)
    assert list(noted.proof.all()) == [file]


def test_two_tabs_agree_once(noted):
    told = Agreement(DAY, "Bruno", "email")
    prove_strategy(noted, agreement=told, at=NOW)
    with pytest.raises(AlreadyAgreed):
        prove_strategy(noted, agreement=told, at=NOW)


def test_a_file_in_use_proves_nothing_more(noted, bruno, file):
    told = Agreement(DAY, "Bruno", "email", files=(file,))
    prove_strategy(noted, agreement=told, at=NOW)
    first = bruno.strategies.get(number=1)
    with pytest.raises(FilesGone):
        prove_strategy(first, agreement=told, at=NOW)
    first.refresh_from_db()
    assert first.proven_at is None


def test_read_only_it_stays_as_it_was(noted, file, settings):
    settings.SIGNING_SECRET = ""
    told = Agreement(DAY, "Bruno", "email", files=(file,))
    with pytest.raises(InstallationReadOnly):
        prove_strategy(noted, agreement=told, at=NOW)
    noted.refresh_from_db()
    assert noted.agreed_on is None
