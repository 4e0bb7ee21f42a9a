"""Pages of a list by key: as fast at row 100,000 as at row 1."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils.dateparse import parse_datetime

PER_PAGE = 25

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows, newest first, and the key of the page after, if there is one."""

    rows: Sequence[Row]
    next_key: str | None


def page_of(
    rows: QuerySet[Row], *, moment: str, after: str | None, size: int = PER_PAGE
) -> Page[Row]:
    """Return the page of ROWS that follows the key AFTER, by MOMENT and id.

    A key that is not one of ours starts from the top.
    """
    key = _read_key(after)
    if key:
        at, pk = key
        same: dict[str, Any] = {moment: at, "pk__lt": pk}
        # The plain bound beside the OR lets both databases walk the index.
        rows = rows.filter(**{f"{moment}__lte": at})
        rows = rows.filter(Q(**{f"{moment}__lt": at}) | Q(**same))
    found = list(rows.order_by(f"-{moment}", "-pk")[: size + 1])
    shown = found[:size]
    more = len(found) > size
    return Page(shown, key_of(shown[-1], moment) if more else None)


def key_of(row: Model, moment: str) -> str:
    """Return the key of a row, which what comes behind it is found by."""
    at: datetime = getattr(row, moment)
    return f"{at.isoformat()}~{row.pk}"


def _read_key(text: str | None) -> tuple[datetime, int] | None:
    at_text, _mark, pk_text = (text or "").partition("~")
    try:
        at = parse_datetime(at_text)
    except ValueError:
        return None
    if at is None or at.tzinfo is None or not pk_text.isdecimal():
        return None
    return (at, int(pk_text)) if len(pk_text) < 19 else None
