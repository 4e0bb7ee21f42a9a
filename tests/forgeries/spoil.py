"""What people, and their programs, do to a letter: bytes in, bytes out."""

import io
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache

import pikepdf
from asn1crypto import keys as asn1_keys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from consultancy.paper.field_names import CLIENT_FIELD
from consultancy.paper.keys import UnlockedKey
from consultancy.paper.sign import _AsDrawn, _signer, as_asn1
from tests.consultancy.paper.pages import NOW

END = b"%%EOF\n"
ROOM = b"/Contents <"
PAGE = b"<!doctype html><title>x</title><script>alert(1)</script><p>Carta</p>\n"


def unsigned(letter: bytes) -> bytes:
    """Return what the letter was before it was signed: a signature stands after it."""
    return letter[: letter.index(END) + len(END)]


def flipped(letter: bytes, place: int, bit: int = 0) -> bytes:
    return letter[:place] + bytes([letter[place] ^ 1 << bit]) + letter[place + 1 :]


def flipped_in_the_page(letter: bytes) -> bytes:
    return flipped(letter, letter.index(b"stream") + 40)


def flipped_in_the_room(letter: bytes) -> bytes:
    """Change a nought behind the signature: nothing that is signed."""
    return flipped(letter, letter.rindex(b"0000>"))


def flipped_in_the_signature(letter: bytes) -> bytes:
    """Change the authority's name where a certificate says it."""
    name = b"Por Escrito".hex().encode()
    return flipped(letter, letter.lower().index(name, letter.rindex(ROOM)) + 1)


def saved_anew(letter: bytes, **how: object) -> bytes:
    return _rewritten(letter, lambda _pdf: None, **how)


def locked(letter: bytes) -> bytes:
    secret = pikepdf.Encryption(owner="a", user="b", R=6)
    return saved_anew(letter, encryption=secret)


def with_a_note(letter: bytes) -> bytes:
    """Return it with a note on the first page, all written anew."""

    def add(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(
            Type=Name.Annot,
            Subtype=Name.FreeText,
            Rect=[50, 50, 300, 100],
            Contents="No es verdad",
            DA="/Helv 12 Tf 0 g",
        )
        page = pdf.pages[0].obj
        page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(note)])

    return _rewritten(letter, add)


def without_attachments(letter: bytes) -> bytes:
    def remove(pdf: pikepdf.Pdf) -> None:
        for name in list(pdf.attachments):
            del pdf.attachments[name]
        if "/AF" in pdf.Root:
            del pdf.Root["/AF"]

    return _rewritten(letter, remove)


def with_the_record_of(other: bytes, letter: bytes) -> bytes:
    """Return the letter with the record of another in place of its own."""
    with pikepdf.open(io.BytesIO(other)) as opened:
        record = opened.attachments["record.json"].get_file().read_bytes()

    def swap(pdf: pikepdf.Pdf) -> None:
        pdf.Root["/AF"][0].EF.F.write(record)

    return _rewritten(letter, swap)


def _rewritten(
    letter: bytes, change: Callable[[pikepdf.Pdf], None], **how: object
) -> bytes:
    content = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter)) as pdf:
        change(pdf)
        pdf.save(content, **how)  # type: ignore[arg-type]
    return content.getvalue()


def _on_top(letter: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """Save a change as most programs do: after the end of what was there."""
    writer = IncrementalPdfFileWriter(io.BytesIO(letter))
    change(writer)
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def note_on_top(letter: bytes) -> bytes:
    def add(writer: IncrementalPdfFileWriter) -> None:
        page_ref, _ = writer.find_page_for_modification(0)
        page = page_ref.get_object()
        note = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/FreeText"),
                NameObject("/Rect"): ArrayObject(map(FloatObject, (50, 50, 300, 100))),
                NameObject("/Contents"): TextStringObject("No es verdad"),
                NameObject("/DA"): TextStringObject("/Helv 12 Tf 0 g"),
            }
        )
        notes = ArrayObject([*page.get("/Annots", ()), writer.add_object(note)])
        page[NameObject("/Annots")] = notes
        writer.update_container(page)

    return _on_top(letter, add)


def page_on_top(letter: bytes) -> bytes:
    def add(writer: IncrementalPdfFileWriter) -> None:
        page = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Page"),
                NameObject("/MediaBox"): ArrayObject(
                    map(FloatObject, (0, 0, 595, 842))
                ),
            }
        )
        writer.insert_page(page)

    return _on_top(letter, add)


def no_attachments_on_top(letter: bytes) -> bytes:
    def remove(writer: IncrementalPdfFileWriter) -> None:
        for name in ("/AF", "/Names"):
            writer.root.pop(name, None)
        writer.update_root()

    return _on_top(letter, remove)


def counter_signed(
    letter: bytes, key: UnlockedKey, *, new_field: bool = False, timestamp: bool = False
) -> bytes:
    """Return it signed by the client too: in his field, or in one made on the page."""
    field = "Otra" if new_field else CLIENT_FIELD
    seen = SigFieldSpec(field, box=(50, 50, 200, 100)) if new_field else None
    signer = signers.PdfSigner(
        PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES),
        signer=_signer(key),
        stamp_style=_AsDrawn(),
        new_field_spec=seen,
        timestamper=a_clock() if timestamp else None,
    )
    content = io.BytesIO()
    signer.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(letter)),
        existing_fields_only=not new_field,
        output=content,
    )
    return content.getvalue()


@cache
def a_clock(at: datetime = NOW) -> DummyTimeStamper:
    """Return a clock that vouches for itself and stands still."""
    key = rsa.generate_private_key(public_exponent=65_537, key_size=2_048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "A clock")])
    purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + timedelta(days=3_650))
        .add_extension(purpose, critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    loaded = asn1_keys.PrivateKeyInfo.load(private)
    return DummyTimeStamper(as_asn1(certificate), loaded, fixed_dt=at)


def with_the_signature_of(other: bytes, letter: bytes) -> bytes:
    """Return the letter with another letter's signature pasted over its own."""

    def room(pdf: bytes) -> tuple[int, int]:
        start = pdf.rindex(ROOM) + len(ROOM)
        return start, pdf.index(b">", start)

    (start, end), (first, last) = room(letter), room(other)
    return letter[:start] + other[first:last] + letter[end:]
