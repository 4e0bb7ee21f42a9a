import pytest

from consultancy.models import LedgerEntry
from requests_log.actions.drop import drop
from requests_log.actions.move import move
from requests_log.errors import AlreadyMoved, MoveRefused
from requests_log.models import ClientRequest
from requests_log.workflow import Move
from tests.people import NOW, make_request


def seq_of(request):
    return LedgerEntry.objects.of(request.consultant).count()


def test_a_second_tab_that_saw_the_old_stage_is_refused(bruno):
    request = make_request(bruno)
    stale = ClientRequest.objects.get(pk=request.pk)
    drop(request, reason="Ya no lo quiere nadie.", at=NOW)
    before = seq_of(request)
    with pytest.raises(AlreadyMoved):
        move(stale, Move.OBJECT, at=NOW, payload={})
    assert seq_of(request) == before
    assert ClientRequest.objects.get(pk=request.pk).stage == "dropped"


def test_a_move_the_table_forbids_changes_nothing(bruno):
    request = make_request(bruno)
    before = seq_of(request)
    with pytest.raises(MoveRefused):
        move(request, Move.OVERRIDE, at=NOW, payload={})
    assert (request.stage, seq_of(request)) == ("logged", before)


def test_every_move_is_an_entry_about_the_request(bruno):
    request = make_request(bruno)
    drop(request, reason="Ya no lo quiere nadie.", at=NOW)
    entry = LedgerEntry.objects.of(bruno.consultant).order_by("-seq")[0]
    assert (entry.kind, entry.subject) == ("drop", f"request:{request.pk}")
    assert entry.payload.content == {"reason": "Ya no lo quiere nadie."}
