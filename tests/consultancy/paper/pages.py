"""Pages and keys the tests of the paper are made with."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from consultancy.paper.job import FieldLabels, RenderJob
from consultancy.paper.keys import (
    StoredKey,
    UnlockedKey,
    create_authority,
    create_consultant_key,
    unlock,
)

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
SECRET = b"a signing secret for tests alone, long enough"
RECORD = b'{"asked": "an own TikTok"}'
PAGE = """<!doctype html><html lang="es"><head><title>Carta</title>
<meta name="author" content="Marta Ruiz"><meta name="description" content="Carta">
<meta name="dcterms.created" content="2026-11-22T10:00:00+00:00">
<meta name="dcterms.modified" content="2026-11-22T10:00:00+00:00"></head>
<body><h1>Carta</h1>{body}</body></html>"""


def make_job(body: str = "<p>Buenos días, Bruno.</p>", **changes: Any) -> RenderJob:
    """Return a page of one paragraph, as a job."""
    told: dict[str, Any] = {
        "html": PAGE.format(body=body),
        "stylesheets": ("letter.css",),
        "record_json": RECORD,
        "created_at": NOW,
        "identifier": "2026-0001",
        "field_labels": FieldLabels("Firma de Marta", "Firma del cliente"),
    }
    return RenderJob(**(told | changes))


@dataclass(frozen=True)
class Keys:
    """The installation's authority and Marta's key, stored and unlocked."""

    authority: StoredKey
    stored: StoredKey
    consultant: UnlockedKey


def make_keys(name: str = "Marta Ruiz") -> Keys:
    authority = create_authority("Por Escrito", secret=SECRET, now=NOW)
    stored = create_consultant_key(
        name, authority=authority.wrapped, secret=SECRET, now=NOW
    )
    return Keys(authority, stored, unlock(stored.wrapped, secret=SECRET))
