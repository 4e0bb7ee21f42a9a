"""A checkpoint: where every chain ended, in a small file to be kept elsewhere."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from consultancy.errors import BadCheckpoint
from consultancy.models import Consultant, LedgerHead

from .chain import Anchor, canonical, utc_text

FORMAT = "por-escrito-checkpoint-1"
LARGEST = 5_000_000  # characters


def checkpoint_text(consultants: Iterable[Consultant], *, at: datetime) -> str:
    """Return the heads of these practices as JSON, with a hash over the rest of it."""
    heads = LedgerHead.objects.filter(consultant__in=consultants)
    told = {
        "format": FORMAT,
        "made_at": utc_text(at),
        "heads": [_told(head) for head in heads.select_related("consultant")],
    }
    return json.dumps(told | {"sha256": _sum(told)}, indent=1) + "\n"


def read_checkpoint(text: str) -> dict[str, Anchor]:
    """Return an anchor for each chain that TEXT names. Raises BadCheckpoint."""
    told = _parsed(text)
    if told.get("format") != FORMAT:
        raise BadCheckpoint("this is no checkpoint, or one of a newer version")
    if told.pop("sha256", None) != _sum(told):
        raise BadCheckpoint("it was changed or is not whole: its hash does not fit")
    try:
        held_by = f"checkpoint of {told['made_at']}"
        return {
            str(head["chain"]): Anchor(int(head["seq"]), str(head["hash"]), held_by)
            for head in told["heads"]
        }
    except (KeyError, TypeError, ValueError) as error:
        raise BadCheckpoint("it does not say what a checkpoint says") from error


def _told(head: LedgerHead) -> dict[str, Any]:
    return {
        "chain": str(head.consultant.public_id),
        "seq": head.seq,
        "hash": head.hash,
        "at": utc_text(head.at) if head.at else None,
    }


def _parsed(text: str) -> dict[str, Any]:
    if len(text) > LARGEST:
        raise BadCheckpoint("it is too large for a checkpoint")
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadCheckpoint("it cannot be read as JSON") from error
    if not isinstance(told, dict):
        raise BadCheckpoint("this is no checkpoint")
    return told


def _sum(told: Mapping[str, Any]) -> str:
    try:
        return hashlib.sha256(canonical(dict(told))).hexdigest()
    except ValueError as error:
        raise BadCheckpoint("it holds what no checkpoint holds") from error
