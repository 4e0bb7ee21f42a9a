"""Good and bad files made on the spot from letters that were just issued."""

from collections.abc import Iterator
from dataclasses import dataclass

from consultancy.models import Client, DocumentFile
from consultancy.paper.sign import sign
from consultancy.selectors.verification import Answer
from requests_log.actions.correct_decision import correct_decision
from requests_log.actions.record_decision import record_decision
from tests.consultancy.paper.pages import make_keys
from tests.forgeries import spoil
from tests.forgeries.file import File
from tests.forgeries.stamped import Stamped, issue_stamped, stamped_files
from tests.people import NOW, answer, make_advised

NOT_SIGNED_PART = (
    "The byte stands in the room kept for the signature, which no signature covers;"
    " the stored SHA-256 tells."
)
ANYBODYS = (
    "Somebody's signature, and it holds; only who knows our keys can say that it is not"
    " ours."
)
BETWEEN = (
    "pdfsig checks each signature for itself, not what was changed between the two."
)


@dataclass(frozen=True)
class Letters:
    """A letter as it was issued, another, one that was superseded, and stamped ones."""

    letter: bytes
    other: bytes
    superseded: bytes
    stamped: Stamped


def issue(client: Client) -> Letters:
    """Issue what the files are made from, the usual way."""
    request = make_advised(client)
    record_decision(request, answer=answer(), at=NOW)
    correct_decision(request, answer=answer(words="Otra cosa."), reason="x", at=NOW)
    record_decision(make_advised(client), answer=answer(), at=NOW)
    rows = DocumentFile.objects.order_by("document__serial")
    superseded, letter, other = (row.file.read() for row in rows)
    return Letters(letter, other, superseded, issue_stamped(client))


def files(letters: Letters) -> Iterator[File]:
    """Give every file, the good ones first."""
    yield from _good(letters)
    yield from _grown(letters)
    yield from _changed(letters)
    yield from _signed_by_others(letters)
    yield from _written_anew(letters)
    yield from _others(letters)
    yield from stamped_files(letters.stamped)


def _good(letters: Letters) -> Iterator[File]:
    letter, client = letters.letter, make_keys("Bruno Peña").consultant
    yield File("as it was issued", letter, Answer.UNCHANGED)
    yield File("superseded by another letter", letters.superseded, Answer.UNCHANGED)
    yield File(
        "counter-signed by the client",
        spoil.counter_signed(letter, client),
        Answer.COUNTER_SIGNED,
    )
    yield File(
        "counter-signed, with a timestamp",
        spoil.counter_signed(letter, client, timestamp=True),
        Answer.COUNTER_SIGNED,
    )


def _grown(letters: Letters) -> Iterator[File]:
    letter, client = letters.letter, make_keys("Bruno Peña").consultant
    grown = {
        "a line feed appended": letter + b"\n",
        "a page of HTML appended": letter + spoil.PAGE,
        "a note added on top": spoil.note_on_top(letter),
        "a page added on top": spoil.page_on_top(letter),
        "attachments removed on top": spoil.no_attachments_on_top(letter),
        "counter-signed, then appended to": spoil.counter_signed(letter, client)
        + b"% x",
    }
    for name, content in grown.items():
        yield File(name, content, Answer.APPENDED)
    signed = {
        "a note added, then counter-signed": spoil.counter_signed(
            spoil.note_on_top(letter), client
        ),
        "signed in a field of its own making": spoil.counter_signed(
            letter, client, new_field=True
        ),
    }
    for name, content in signed.items():
        yield File(name, content, Answer.APPENDED, {"pdfsig": BETWEEN})


def _changed(letters: Letters) -> Iterator[File]:
    letter = letters.letter
    yield File(
        "one byte of the page flipped",
        spoil.flipped_in_the_page(letter),
        Answer.CHANGED,
    )
    yield File(
        "one byte flipped behind the signature",
        spoil.flipped_in_the_room(letter),
        Answer.CHANGED,
        {"pyHanko": NOT_SIGNED_PART},
    )
    yield File(
        "one byte flipped in a certificate",
        spoil.flipped_in_the_signature(letter),
        Answer.CHANGED,
    )
    yield File(
        "with the signature of another letter",
        spoil.with_the_signature_of(letters.other, letter),
        Answer.CHANGED,
    )
    yield File("HTML before it", spoil.PAGE + letter, Answer.CHANGED)
    half = letter[: len(letter) // 2]
    yield File("broken off half-way", half, Answer.BREAKS_OFF)
    yield File("the last bytes gone", letter[:-20], Answer.BREAKS_OFF)


def _signed_by_others(letters: Letters) -> Iterator[File]:
    plain = spoil.unsigned(letters.letter)
    namesake = make_keys("Marta Roldán").consultant
    yield File(
        "signed by a namesake",
        sign(plain, key=namesake, reason="x", at=NOW),
        Answer.RESIGNED,
        {"pdfsig": ANYBODYS},
    )
    changed = spoil.without_attachments(plain)
    yield File(
        "changed, and signed by a namesake",
        sign(changed, key=namesake, reason="x", at=NOW),
        Answer.NOT_OURS,
        {"pdfsig": ANYBODYS},
    )


def _written_anew(letters: Letters) -> Iterator[File]:
    letter = letters.letter
    anew = {
        "not signed": spoil.unsigned(letter),
        "saved by another program": spoil.saved_anew(letter),
        "saved for the web": spoil.saved_anew(letter, linearize=True),
        "a note added, saved anew": spoil.with_a_note(letter),
        "attachments removed, saved anew": spoil.without_attachments(letter),
        "the record of another letter in it": spoil.with_the_record_of(
            letters.other, letter
        ),
    }
    for name, content in anew.items():
        yield File(name, content, Answer.RESAVED)
    yield File("locked with a password", spoil.locked(letter), Answer.LOCKED)


def _others(letters: Letters) -> Iterator[File]:
    stranger = make_keys("Otra Persona").consultant
    theirs = spoil.without_attachments(spoil.unsigned(letters.other))
    yield File("nothing at all", b"", Answer.NO_PDF)
    yield File("a text", b"Hola, Bruno.", Answer.NO_PDF)
    yield File("a page of HTML", spoil.PAGE, Answer.NO_PDF)
    yield File("a PDF of somebody else's", theirs, Answer.NOT_OURS)
    yield File(
        "a PDF that somebody else signed",
        sign(theirs, key=stranger, reason="x", at=NOW),
        Answer.NOT_OURS,
        {"pdfsig": ANYBODYS},
    )
