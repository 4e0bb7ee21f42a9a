"""What may become of a timestamp: bytes in, bytes out."""

import io
import re
from collections.abc import Callable

from asn1crypto import cms
from asn1crypto import parser as asn1_parser
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore

from tests.forgeries.spoil import a_clock

ROOM = re.compile(rb"/Contents <([0-9A-Fa-f]{1000,})>")
TOKEN = "signature_time_stamp_token"


def flipped_in_the_last_stamp(letter: bytes) -> bytes:
    """Change the value that the authority signed with: the last bytes of its token."""

    def flip(content: bytes) -> bytes:
        return content[:-20] + bytes([content[-20] ^ 1]) + content[-19:]

    return _with_last_room(letter, flip)


def with_the_last_stamp_of(other: bytes, letter: bytes) -> bytes:
    """Return the letter with the timestamp that was given to another file."""
    theirs = _content(list(ROOM.finditer(other))[-1])
    return _with_last_room(letter, lambda _own: theirs)


def flipped_in_the_signature_s_stamp(letter: bytes) -> bytes:
    def flip(token: cms.ContentInfo) -> cms.ContentInfo:
        der = token.dump()
        return cms.ContentInfo.load(der[:-20] + bytes([der[-20] ^ 1]) + der[-19:])

    return _with_token(letter, flip)


def with_the_signature_s_stamp_of(other: bytes, letter: bytes) -> bytes:
    """Return the letter with the timestamp of another signature beside its own."""
    theirs = cms.ContentInfo.load(_content(list(ROOM.finditer(other))[-1]))
    return _with_token(letter, lambda _own: _tokens(theirs)[0])


def stamped_by_nobody_trusted(letter: bytes) -> bytes:
    """Return it with a timestamp on top, of a clock that vouches for itself."""
    stamped = io.BytesIO()
    PdfTimeStamper(
        a_clock(), invis_settings=InvisSigSettings(box_out_of_bounds=True)
    ).timestamp_pdf(
        IncrementalPdfFileWriter(io.BytesIO(letter)), "sha256", output=stamped
    )
    return stamped.getvalue()


def with_certificates_added(letter: bytes) -> bytes:
    """Return it as a reader saves it that was asked to add what it checked it by."""
    writer = IncrementalPdfFileWriter(io.BytesIO(letter))
    certificates = [a_clock().tsa_cert]
    DocumentSecurityStore.supply_dss_in_writer(writer, None, certs=certificates)
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def _with_token(
    letter: bytes, change: Callable[[cms.ContentInfo], cms.ContentInfo]
) -> bytes:
    def swap(content: bytes) -> bytes:
        signature = cms.ContentInfo.load(content)
        tokens = _tokens(signature)
        tokens[0] = change(tokens[0])
        return bytes(signature.dump(force=True))

    return _with_last_room(letter, swap)


def _tokens(signature: cms.ContentInfo) -> cms.SetOfContentInfo:
    (signer,) = signature["content"]["signer_infos"]
    (found,) = (
        each["values"]
        for each in signer["unsigned_attrs"]
        if each["type"].native == TOKEN
    )
    return found


def _with_last_room(letter: bytes, change: Callable[[bytes], bytes]) -> bytes:
    room = list(ROOM.finditer(letter))[-1]
    wide = len(room.group(1))
    new = change(_content(room)).hex().encode().ljust(wide, b"0")
    return letter[: room.start(1)] + new + letter[room.end(1) :]


def _content(room: re.Match[bytes]) -> bytes:
    """Return what is in the room, without the noughts behind it."""
    whole = bytes.fromhex(room.group(1).decode())
    return whole[: asn1_parser.peek(whole)]
