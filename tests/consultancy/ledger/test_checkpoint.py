import json

import pytest

from consultancy.errors import BadCheckpoint
from consultancy.ledger.checkpoint import LARGEST, checkpoint_text, read_checkpoint
from consultancy.models import LedgerHead
from tests.people import NOW


def test_a_checkpoint_names_where_a_chain_ends(marta, nadia):
    told = read_checkpoint(checkpoint_text([marta], at=NOW))
    head = LedgerHead.objects.get(consultant=marta)
    assert list(told) == [str(marta.public_id)]
    anchor = told[str(marta.public_id)]
    assert (anchor.seq, anchor.hash) == (head.seq, head.hash)
    assert "2026-11-22" in anchor.held_by


def test_it_names_nobody(marta):
    assert "Marta" not in checkpoint_text([marta], at=NOW)


@pytest.mark.parametrize("place", ["seq", "hash", "chain"])
def test_a_changed_checkpoint_is_refused(marta, place):
    told = json.loads(checkpoint_text([marta], at=NOW))
    told["heads"][0][place] = 7
    with pytest.raises(BadCheckpoint, match="hash"):
        read_checkpoint(json.dumps(told))


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", "null", "[" * 100_000, '{"format": "other"}'),
        '{"format": "por-escrito-checkpoint-1", "cost": 1.5}',
        " " * (LARGEST + 1),
    ],
    ids=["empty", "list", "object", "null", "deep", "other", "fraction", "long"],
)
def test_what_is_no_checkpoint_is_refused(text):
    with pytest.raises(BadCheckpoint):
        read_checkpoint(text)
