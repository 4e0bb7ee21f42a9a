"""Rows as JSON, table by table, without any of them in memory for long."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import FileField, Model, QuerySet

from consultancy import models as practice
from consultancy.ledger.chain import utc_text
from consultancy.models import Consultant
from requests_log.selectors.stores import STORES, Store

AT_A_TIME = 500
# They are told as one file, entry by entry, in the order that their hashes need.
THE_LEDGER = (practice.LedgerEntry, practice.LedgerPayload, practice.LedgerHead)
# What is kept of erased clients as evidence alone is taken along by nobody.
OPEN: dict[type[Model], dict[str, Any]] = {
    practice.Client: {"restricted_at": None},
    practice.LegalHold: {"client__restricted_at": None},
    practice.Document: {"withheld_at": None},
    practice.DocumentFile: {"document__withheld_at": None},
    practice.KeptFile: {"withheld_at": None},
}


def tables(consultant: Consultant) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield a name and the pieces of a JSON list for each table that is taken along."""
    for store in STORES:
        if store.model not in THE_LEDGER:
            yield f"data/{store.model.__name__}.json", _listed(store, consultant)


def open_rows(model: Any, consultant: Consultant) -> QuerySet[Any]:
    """Return the consultant's rows of a table but those that are withheld."""
    store = next(store for store in STORES if store.model is model)
    return store.of_consultant(consultant).filter(**OPEN.get(model, {}))


def _listed(store: Store, consultant: Consultant) -> Iterator[bytes]:
    told = store.model._meta  # noqa: SLF001 - how a table is read
    lists = [field.name for field in told.many_to_many]
    lists = [name for name in lists if name not in store.leaves_out]
    rows = open_rows(store.model, consultant).order_by("pk").prefetch_related(*lists)
    separator = "[\n"
    for row in rows.iterator(chunk_size=AT_A_TIME):
        yield (separator + _json(row, store, lists)).encode()
        separator = ",\n"
    yield ("[]\n" if separator == "[\n" else "\n]\n").encode()


def _json(row: Model, store: Store, lists: list[str]) -> str:
    fields = row._meta.concrete_fields  # noqa: SLF001 - how a row is read
    told = {
        field.attname: _value(row, field)
        for field in fields
        if field.name not in store.leaves_out
    }
    told |= {name: [each.pk for each in getattr(row, name).all()] for name in lists}
    return json.dumps(told, ensure_ascii=False)


def _value(row: Model, field: Any) -> Any:
    value = getattr(row, field.attname)
    if isinstance(field, FileField):
        return value.name or ""
    if isinstance(value, datetime):
        return utc_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | Decimal) else value
