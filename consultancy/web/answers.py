"""What is said of a file that was checked: the page and the command say the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from consultancy.models import FileKind
from consultancy.selectors.verification import CHANGED, GENUINE, Answer, Verification

TITLES: dict[Answer, Promise] = {
    Answer.UNCHANGED: gettext_lazy("Unchanged since it was issued"),
    Answer.COUNTER_SIGNED: gettext_lazy("Unchanged, and counter-signed"),
    Answer.EARLIER_COPY: gettext_lazy("Genuine, an earlier copy"),
    Answer.APPENDED: gettext_lazy("Something was added after it was signed"),
    Answer.CHANGED: gettext_lazy("Changed since it was signed"),
    Answer.RESIGNED: gettext_lazy("Signed with another key"),
    Answer.RESAVED: gettext_lazy("Saved anew by another program"),
    Answer.BREAKS_OFF: gettext_lazy("The file breaks off"),
    Answer.NOT_OURS: gettext_lazy("Not issued here"),
    Answer.NO_PDF: gettext_lazy("This is no PDF"),
    Answer.LOCKED: gettext_lazy("The file is locked"),
    Answer.UNREADABLE: gettext_lazy("Not issued here, and too much to read"),
}
TEXTS: dict[Answer, Promise] = {
    Answer.UNCHANGED: gettext_lazy(
        "This is letter %(number)s as it was issued on %(moment)s. Not one byte has"
        " changed since."
    ),
    Answer.COUNTER_SIGNED: gettext_lazy(
        "This is letter %(number)s as it was issued on %(moment)s, with one more"
        " signature in the place kept for it. Nothing else has changed."
    ),
    Answer.EARLIER_COPY: gettext_lazy(
        "This is letter %(number)s, unchanged since it was issued on %(moment)s. There"
        " is a later file of the same letter, with something added to it by rights."
    ),
    Answer.APPENDED: gettext_lazy(
        "The file begins with letter %(number)s, whole, as it was issued on"
        " %(moment)s. What stands after it is not part of the letter. Ask for the file"
        " as it was issued."
    ),
    Answer.CHANGED: gettext_lazy(
        "It bears a signature made here, or says that it is a letter from here, but its"
        " bytes are not the ones that were signed. Do not rely on what it says."
    ),
    Answer.RESIGNED: gettext_lazy(
        "It says that it is a letter from here, but the signature in it was not made"
        " here. Do not rely on what it says."
    ),
    Answer.RESAVED: gettext_lazy(
        "The pages may look the same, but another program has written the file anew,"
        " and the signature is gone or no longer fits. Ask for the file as it was"
        " issued: that one can be checked."
    ),
    Answer.BREAKS_OFF: gettext_lazy(
        "It ends in the middle, as after a download that was cut short, so nothing can"
        " be said of it. Fetch it once more and check that file."
    ),
    Answer.NOT_OURS: gettext_lazy(
        "No such file was issued here. A letter that comes from elsewhere is checked at"
        " the address on its own last page."
    ),
    Answer.NO_PDF: gettext_lazy(
        "Letters are PDF files. Choose the file itself as you received it, not a"
        " picture, a text or a scan of it."
    ),
    Answer.LOCKED: gettext_lazy(
        "It is encrypted, whether or not it asks for a password. Letters are never"
        " issued like that: ask for the file as it was issued."
    ),
    Answer.UNREADABLE: gettext_lazy(
        "To read it takes more than any letter ever does, so it was put aside. It is"
        " none of the files that were issued here."
    ),
}
# What a file of ours has at its end, by its kind.
ADDED: dict[str, Promise] = {
    FileKind.TIMESTAMPED: gettext_lazy(
        "A timestamp was added to it here on %(moment)s. Nothing of the letter was"
        " changed by that."
    ),
    FileKind.LASTING: gettext_lazy(
        "What is needed to check it in later years was added to it here on %(moment)s:"
        " certificates, and what their issuers said of them. Nothing of the letter was"
        " changed by that."
    ),
}


@dataclass(frozen=True)
class Told:
    """An answer in words: `tone` is good, bad or open."""

    title: str
    text: str
    notes: tuple[str, ...]
    tone: str


def told(verification: Verification) -> Told:
    """Return what to say, in the active language and time zone."""
    answer, document = verification.answer, verification.document
    facts = {
        "number": document.number if document else "",
        "moment": moment_text(verification.issued_at),
    }
    return Told(
        str(TITLES[answer]),
        str(TEXTS[answer]) % facts,
        tuple(_notes(verification)),
        "good" if answer in GENUINE else "bad" if answer in CHANGED else "open",
    )


def moment_text(at: datetime | None) -> str:
    """Return a moment with its zone, in the active language and zone."""
    form = pgettext("moment format", "j M Y, H:i T")
    return date_format(timezone.localtime(at), form) if at else ""


def _notes(verification: Verification) -> Iterator[str]:
    yield from _counter_signatures(verification)
    document = verification.document
    if document is None:
        return
    if not verification.file:
        yield _("It says that it is letter %(number)s, issued on %(moment)s.") % {
            "number": document.number,
            "moment": moment_text(document.issued_at),
        }
    yield from _additions(verification)
    if document.superseded_by_number:
        yield _("Letter %(later)s has since taken the place of letter %(number)s.") % {
            "later": document.superseded_by_number,
            "number": document.number,
        }
    if document.erased_at:
        yield _(
            "What was kept of this letter here was erased on %(moment)s, as the law"
            " provides. The file you hold is still the one that was issued."
        ) % {"moment": moment_text(document.erased_at)}
    elif not verification.is_stored_copy_whole:
        yield _(
            "The copy kept here has been damaged since. Yours is the right one: keep it"
            " and tell whoever sent it to you."
        )


def _additions(verification: Verification) -> Iterator[str]:
    """Say what was added here, by rights, to the file that this is or goes on from."""
    file = verification.file
    if file and verification.is_genuine and file.kind in ADDED:
        yield str(ADDED[file.kind]) % {"moment": moment_text(file.created_at)}


def _counter_signatures(verification: Verification) -> Iterator[str]:
    for each in verification.signers:
        yield _(
            "Counter-signed as %(name)s, with a certificate issued by %(issuer)s, on"
            " %(moment)s by the clock of who signed. Whose certificate it is was not"
            " looked into here."
        ) % {
            "name": each.signer,
            "issuer": each.issuer,
            "moment": moment_text(each.signed_at),
        }
