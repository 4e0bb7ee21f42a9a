from datetime import date

import pytest

from consultancy.actions.keep_file import Upload, keep_file
from consultancy.actions.note_strategy import Agreement, note_strategy
from consultancy.errors import FilesGone, NothingChanged, StrategyMovedOn
from consultancy.models import LedgerEntry, StrategyVersion
from consultancy.selectors.clients import strategy_in_force
from consultancy.strategy_file import strategy_from_fields
from tests.people import NOW, STRATEGY, make_strategy

DAY = date(2026, 11, 20)


@pytest.fixture
def file(marta):
    upload = Upload("acta.pdf", "application/pdf", b"%PDF-1.7")
    return keep_file(marta, upload=upload, at=NOW)


NOTED = Agreement()


def note(client, agreement=NOTED, after=None, **changes):
    return note_strategy(
        client,
        strategy=strategy_from_fields(STRATEGY | changes),
        agreement=agreement,
        today=DAY,
        at=NOW,
        after=after,
    )


def test_a_new_version_is_in_force_and_the_old_one_stays(bruno):
    first = strategy_in_force(bruno)
    second = make_strategy(bruno, lead_time_days=7)
    assert (first.number, second.number) == (1, 2)
    assert strategy_in_force(bruno) == second
    first.refresh_from_db()
    assert first.strategy.lead_time_days == 3


def test_with_a_file_it_is_agreed_and_the_ledger_names_the_file(bruno, file):
    agreement = Agreement(DAY, "Bruno Peña", "meeting", "Página 2.", (file,))
    version = note(bruno, agreement, lead_time_days=7)
    version.refresh_from_db()
    assert version.is_agreed
    assert version.dated_on == DAY
    assert list(version.proof.all()) == [file]
    entry = LedgerEntry.objects.get(kind="strategy_noted", payload__content__number=2)
    assert entry.payload.content["proof"] == [file.facts]
    assert entry.payload.content["agreed_how"] == "meeting"


def test_without_a_file_it_is_only_noted(bruno):
    version = note(bruno, Agreement(date(2026, 3, 3), "Bruno", "call"), topics=[])
    assert not version.is_agreed
    assert version.dated_on == version.noted_on == DAY


def test_a_version_that_changes_nothing_is_none(bruno):
    with pytest.raises(NothingChanged):
        note(bruno, goals=["loyalty", "sales"], name="Otro nombre", id="otro")
    assert StrategyVersion.objects.count() == 1


def test_a_version_written_upon_an_older_one_is_refused(bruno):
    note(bruno, after=1, lead_time_days=7)
    with pytest.raises(StrategyMovedOn):
        note(bruno, after=1, lead_time_days=9)
    assert strategy_in_force(bruno).strategy.lead_time_days == 7
    assert note(bruno, after=2, lead_time_days=9).number == 3


def test_a_file_in_use_makes_no_version(bruno, file):
    agreement = Agreement(DAY, "Bruno", "call", files=(file,))
    note(bruno, agreement, lead_time_days=7)
    with pytest.raises(FilesGone):
        note(bruno, agreement, lead_time_days=9)
    assert strategy_in_force(bruno).number == 2
