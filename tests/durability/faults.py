"""What must be true of everything stored, whenever the process was killed."""

import hashlib
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import connection

from consultancy.ledger.verify import verify_chain
from consultancy.models import Consultant, Document, DocumentFile, LedgerEntry
from requests_log.models import ClientRequest, Decision
from requests_log.workflow import Move


def faults():
    """Return a sentence for each fault; none is what we want."""
    consultant = Consultant.objects.get()
    fault = verify_chain(consultant).fault
    return [
        *_of_the_database(),
        *_of_the_letters(),
        *_of_the_entries(),
        *_of_the_files(),
        *([f"the ledger does not hold: {fault}"] if fault else []),
    ]


def lost(told):
    """Return what was acknowledged (one of the worker's lines) and is not there."""
    missing = []
    request = ClientRequest.objects.filter(pk=told["request"]).first()
    if request is None:
        return [f"request {told['request']} is gone"]
    if told["what"] == "logged" and request.text != told["words"]:
        missing.append(f"the words of request {request.pk} are gone")
    if told["what"] == "advised" and not request.recommendations.exists():
        missing.append(f"the advice on request {request.pk} is gone")
    if told["what"] == "decided":
        missing += _lost_decision(request, told)
    return missing


def _lost_decision(request, told):
    decision = Decision.objects.filter(request=request, words=told["words"]).first()
    if decision is None or decision.document is None:
        return [f"the decision on request {request.pk} is gone"]
    letter = decision.document
    is_issued = letter.status == "issued" or told["status"] != "issued"
    if letter.number != told["number"] or not is_issued:
        return [f"letter {told['number']} is {letter.number}, {letter.status}"]
    return []


def _of_the_database():
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for pragma in ("integrity_check", "foreign_key_check"):
            cursor.execute(f"PRAGMA {pragma}")
            rows = [row for row in cursor.fetchall() if row != ("ok",)]
            if rows:
                yield f"{pragma}: {rows}"


def _of_the_letters():
    serials = list(Document.objects.order_by("serial").values_list("serial", flat=True))
    if serials != list(range(1, len(serials) + 1)):
        yield f"numbers are missing or given twice: {serials}"
    for letter in Document.objects.exclude(status="issued"):
        yield f"letter {letter.number} is still {letter.status}"
    for letter in Document.objects.filter(status="issued"):
        if letter.files.count() != 1:
            yield f"letter {letter.number} has {letter.files.count()} files"
    for file in DocumentFile.objects.all():
        if not default_storage.exists(file.file.name):
            yield f"the file of {file.document.number} is gone"
            continue
        with default_storage.open(file.file.name) as stored:
            if hashlib.sha256(stored.read()).hexdigest() != file.sha256:
                yield f"the file of {file.document.number} is not what was signed"


def _of_the_files():
    """Nothing is under its own name by half, whether a row names it or not."""
    for path in Path(default_storage.location).rglob("*.pdf"):
        content = path.read_bytes()
        if not (content.startswith(b"%PDF") and content.rstrip().endswith(b"%%EOF")):
            yield f"{path.name} is half a file of {len(content)} bytes"


def _of_the_entries():
    """Every entry has what it tells of, and everything has its entry."""
    for kind, rows in (
        (Move.LOG_REQUEST, ClientRequest.objects),
        (Move.OVERRIDE, Decision.objects),
        ("document_reserved", Document.objects),
        ("document_issued", DocumentFile.objects),
    ):
        entries = LedgerEntry.objects.filter(kind=kind).count()
        if entries != rows.count():
            yield f"{entries} entries tell of {kind}, there are {rows.count()}"
