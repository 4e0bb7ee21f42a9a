"""Letters with timestamps, good and bad: in the signature, and over the whole file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.test import override_settings

from consultancy.actions.make_last import make_last
from consultancy.actions.stamp_document import stamp_due
from consultancy.models import Client, Document
from consultancy.paper.certificates import SIGNER_LIFE
from consultancy.selectors.verification import Answer
from requests_log.actions.record_decision import record_decision
from tests.consultancy.paper.fake_issuers import TIME_ROOT, fake_issuers
from tests.consultancy.paper.fake_tsa import ROOT_PEM, FakeTSA, fake_tsa
from tests.consultancy.paper.pages import make_keys
from tests.forgeries import spoil, spoil_stamps
from tests.forgeries.file import File
from tests.people import NOW, answer, make_advised

LATER = NOW + timedelta(minutes=2)
AFTER_ITS_CERTIFICATE = NOW + SIGNER_LIFE + timedelta(days=30)
NO_STAMPS = "pdfsig looks at no timestamp in a signature."
NO_STAMPED_FILES = (
    "pdfsig has no word on a timestamp over a file, so it does not call all of it"
    " valid."
)
NOT_SAID_WHEN = (
    "A reader without the record has nothing but the signer's own word for when it was"
    " signed; we have the SHA-256 and the ledger. This is what timestamps are for."
)
BEHIND = "It stands behind the signature; pdfsig does not look at what it is."
AFTER_THE_END = "pyHanko weighs what was saved as an update, not what stands behind it."
NOT_OURS = (
    "Nothing of the letter was changed by it; but it is none of the files kept here,"
    " and whoever holds it should ask for one of those."
)
STRANGE_CLOCK = (
    "A clock that pyHanko was not told to trust. Nothing in the letter was changed by"
    " it, and the answer says nothing of its time."
)


@dataclass(frozen=True)
class Stamped:
    """Two letters stamped at once; two that waited, before and after their stamp; one
    that was made to be checked in later years."""

    at_once: bytes
    other_at_once: bytes
    waiting: bytes
    late: bytes
    other_late: bytes
    lasting: bytes


def issue_stamped(client: Client) -> Stamped:
    """Issue what the files are made from, the usual way."""
    with fake_tsa() as tsa, believing(tsa, ROOT_PEM):
        at_once, other_at_once = _issued(client), _issued(client)
        tsa.does = "error"
        waiting, other_waiting = _issued(client), _issued(client)
        tsa.does = "well"
        stamp_due(now=LATER)
    return Stamped(
        _newest(at_once),
        _newest(other_at_once),
        waiting.files.earliest("pk").file.read(),
        _newest(waiting),
        _newest(other_waiting),
        _made_to_last(client),
    )


def _made_to_last(client: Client) -> bytes:
    with fake_issuers(), fake_tsa() as tsa, believing(tsa, TIME_ROOT.pem):
        tsa.does = "chain"
        document = _issued(client)
        make_last(document, at=LATER)
    return _newest(document)


@contextmanager
def believing(tsa: FakeTSA, root: str) -> Iterator[None]:
    """Let letters be stamped by an authority on this computer."""
    with NamedTemporaryFile("w", suffix=".pem") as roots:
        roots.write(root)
        roots.flush()
        with override_settings(
            TSA_URL=tsa.url,
            TSA_CERTIFICATES=Path(roots.name),
            REVOCATION_HOSTS=["127.0.0.1"],
        ):
            yield


def _issued(client: Client) -> Document:
    decided = record_decision(make_advised(client), answer=answer(), at=NOW)
    assert decided.document is not None
    return decided.document


def _newest(document: Document) -> bytes:
    content: bytes = document.files.latest("pk").file.read()
    return content


def stamped_files(letters: Stamped) -> Iterator[File]:
    """Give every file, the good ones first."""
    yield from _good(letters)
    yield from _changed(letters)
    yield from _on_top(letters)
    yield from _lasting(letters)


def _good(letters: Stamped) -> Iterator[File]:
    client = make_keys("Bruno Peña").consultant
    yield File("timestamped when it was signed", letters.at_once, Answer.UNCHANGED)
    silent = {"pdfsig": NO_STAMPED_FILES}
    yield File("timestamped later", letters.late, Answer.UNCHANGED, silent)
    yield File("before its late timestamp", letters.waiting, Answer.EARLIER_COPY)
    yield File(
        "timestamped, then counter-signed",
        spoil.counter_signed(letters.at_once, client),
        Answer.COUNTER_SIGNED,
    )
    yield File(
        "timestamped later, then counter-signed",
        spoil.counter_signed(letters.late, client),
        Answer.COUNTER_SIGNED,
        silent,
    )
    yield File(
        "certificate expired since, timestamped",
        letters.late,
        Answer.UNCHANGED,
        silent,
        seen_at=AFTER_ITS_CERTIFICATE,
    )
    yield File(
        "certificate expired since, no timestamp",
        letters.waiting,
        Answer.EARLIER_COPY,
        {"pyHanko": NOT_SAID_WHEN},
        seen_at=AFTER_ITS_CERTIFICATE,
    )


def _changed(letters: Stamped) -> Iterator[File]:
    """Give letters in whose signature the timestamp is not what it was."""
    at_once, other = letters.at_once, letters.other_at_once
    spoilt = {
        "timestamp in it: a byte flipped": (
            spoil_stamps.flipped_in_the_signature_s_stamp(at_once)
        ),
        "timestamp in it: of another letter": (
            spoil_stamps.with_the_signature_s_stamp_of(other, at_once)
        ),
    }
    for name, content in spoilt.items():
        yield File(name, content, Answer.CHANGED, {"pdfsig": NO_STAMPS})


def _on_top(letters: Stamped) -> Iterator[File]:
    """Give letters on which a timestamp stands that is not the one they got."""
    client = make_keys("Bruno Peña").consultant
    broken = {
        "timestamp on it: a byte flipped": (
            spoil_stamps.flipped_in_the_last_stamp(letters.late)
        ),
        "timestamp on it: of another letter": (
            spoil_stamps.with_the_last_stamp_of(letters.other_late, letters.late)
        ),
    }
    strange = spoil_stamps.stamped_by_nobody_trusted(letters.waiting)
    name = "timestamp on it: by nobody trusted"
    for told, content in {**broken, name: strange}.items():
        yield File(told, content, Answer.APPENDED)
    for told, content in broken.items():
        signed = spoil.counter_signed(content, client)
        yield File(f"{told}, then signed", signed, Answer.APPENDED)
    yield File(
        f"{name}, then signed",
        spoil.counter_signed(strange, client),
        Answer.COUNTER_SIGNED,
        {"pyHanko": STRANGE_CLOCK, "pdfsig": NO_STAMPED_FILES},
    )


def _lasting(letters: Stamped) -> Iterator[File]:
    """Give letters with certificates and revocation data behind the signature."""
    client, lasting = make_keys("Bruno Peña").consultant, letters.lasting
    yield File(
        "made to be checked in later years",
        lasting,
        Answer.UNCHANGED,
        {"pdfsig": BEHIND},
    )
    yield File(
        "made to last, then counter-signed",
        spoil.counter_signed(lasting, client),
        Answer.COUNTER_SIGNED,
    )
    yield File(
        "made to last, then a note added",
        spoil.note_on_top(lasting),
        Answer.APPENDED,
    )
    yield File(
        "made to last, then appended to",
        lasting + b"% x",
        Answer.APPENDED,
        {"pyHanko": AFTER_THE_END},
    )
    yield File(
        "made to last by somebody else",
        spoil_stamps.with_certificates_added(letters.at_once),
        Answer.APPENDED,
        {"pyHanko": NOT_OURS},
    )
