"""What is asked of the child process: a page, its pictures, its attachments."""

import base64
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

RECORD_NAME = "record.json"  # as it is attached to every letter


@dataclass(frozen=True)
class Asset:
    """A picture the page may show, by the name `asset:NAME`."""

    content: bytes
    mime: str


@dataclass(frozen=True)
class AttachedFile:
    """A file that goes with the page; its name in ASCII, its ending says what it is."""

    name: str
    content: bytes


@dataclass(frozen=True)
class FieldLabels:
    """What a screen reader says of the two signature fields, in the page's language."""

    consultant: str
    client: str


@dataclass(frozen=True, kw_only=True)
class RenderJob:
    """All that one PDF is made of; the same job gives the same bytes.

    `stylesheets` are names in templates/paper, `created_at` is aware, `identifier`
    any text that belongs to this document alone.
    """

    html: str
    stylesheets: tuple[str, ...]
    record_json: bytes
    created_at: datetime
    identifier: str
    field_labels: FieldLabels
    assets: Mapping[str, Asset] = field(default_factory=dict)
    attachments: tuple[AttachedFile, ...] = ()


def job_to_bytes(job: RenderJob) -> bytes:
    """Write a job as JSON, for the pipe to the child."""
    fields = {
        "html": job.html,
        "stylesheets": job.stylesheets,
        "record_json": _text(job.record_json),
        "created_at": job.created_at.isoformat(),
        "identifier": job.identifier,
        "field_labels": asdict(job.field_labels),
        "assets": {
            name: [_text(asset.content), asset.mime]
            for name, asset in job.assets.items()
        },
        "attachments": [[each.name, _text(each.content)] for each in job.attachments],
    }
    return json.dumps(fields).encode("ascii")


def job_from_bytes(payload: bytes) -> RenderJob:
    """Read what job_to_bytes wrote."""
    fields = json.loads(payload)
    return RenderJob(
        html=fields["html"],
        stylesheets=tuple(fields["stylesheets"]),
        record_json=base64.b64decode(fields["record_json"]),
        created_at=datetime.fromisoformat(fields["created_at"]),
        identifier=fields["identifier"],
        field_labels=FieldLabels(**fields["field_labels"]),
        assets={
            name: Asset(base64.b64decode(content), mime)
            for name, (content, mime) in fields["assets"].items()
        },
        attachments=tuple(
            AttachedFile(name, base64.b64decode(content))
            for name, content in fields["attachments"]
        ),
    )


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
