from datetime import date

import pytest

from consultancy.actions.set_client_status import StatusData, set_client_status
from consultancy.errors import EditedMeanwhile
from consultancy.models import LedgerEntry
from tests.people import NOW

ACTIVE = StatusData("active", None, "")
PAUSED = StatusData("paused", date(2026, 11, 1), "obras")


def put(client, status, seen=ACTIVE):
    return set_client_status(client, status=status, seen=vars(seen), at=NOW)


def test_a_status_is_kept_and_entered_with_what_it_was(bruno):
    put(bruno, PAUSED)
    bruno.refresh_from_db()
    assert (bruno.status, bruno.status_on) == ("paused", date(2026, 11, 1))
    entry = LedgerEntry.objects.order_by("-seq")[0]
    assert entry.kind == "client_status_changed"
    assert entry.payload.content["changed"] == {
        "status": {"was": "active", "is": "paused"},
        "status_on": {"was": None, "is": "2026-11-01"},
        "status_reason": {"was": "", "is": "obras"},
    }


def test_the_same_status_again_enters_nothing(bruno):
    put(bruno, PAUSED)
    count = LedgerEntry.objects.count()
    put(bruno, PAUSED)
    assert LedgerEntry.objects.count() == count


def test_two_tabs_with_two_statuses_are_told(bruno):
    put(bruno, PAUSED)
    with pytest.raises(EditedMeanwhile) as told:
        put(bruno, StatusData("ended", None, ""))
    assert told.value.clashes == ["status"]
