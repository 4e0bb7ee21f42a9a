"""What others say of a file: poppler's pdfsig, pyHanko on its own, veraPDF."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import (
    DocumentTimestampStatus,
    PdfSignatureStatus,
    SignatureCoverageLevel,
)
from pyhanko_certvalidator import ValidationContext

from consultancy.paper.sign import as_asn1
from consultancy.paper.verify import HOSTILE
from tests.verapdf.conformance import broken_rules

PDFSIG, PYHANKO = "pdfsig", "pyHanko"
ONE_SIGNATURE = re.compile(r"^Signature #\d+:$", re.MULTILINE)


def pdfsig(content: bytes) -> bool | None:
    """Say whether every signature is valid and the last covers the whole file; None
    where the program is missing."""
    if not shutil.which(PDFSIG):
        return None
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(content)
        file.flush()
        done = subprocess.run(
            [PDFSIG, "-nocert", file.name], capture_output=True, text=True
        )
    said = [part for part in ONE_SIGNATURE.split(done.stdout)[1:] if "Range" in part]
    valid = all("Signature is Valid" in part for part in said)
    return bool(said) and valid and any(_covers_all(part) for part in said)


def _covers_all(said: str) -> bool:
    return "- Total document signed" in said


def pyhanko(
    content: bytes,
    *,
    roots: Sequence[str],
    clocks: Sequence[str] = (),
    seen_at: datetime | None = None,
) -> bool:
    """Say whether the first signature leads to one of ROOTS and its timestamps to one
    of CLOCKS, every later one holds, and the last covers the whole
    file but for what serves to check it.

    Looked at on SEEN_AT, else on the day the signer tells.
    """
    try:
        reader = PdfFileReader(BytesIO(content))
        found = reader.embedded_timestamp_signatures
        stamps = [_stamp_seen(each, clocks) for each in found]
        since = [each.timestamp for each in stamps if each.trusted]
        said = [
            _seen(each, roots, clocks, moment=min(since, default=seen_at))
            for each in reader.embedded_regular_signatures
        ]
    except HOSTILE:
        return False
    if not said:
        return False
    last = max((*said, *stamps), key=lambda each: each.coverage)
    # What serves to check it may stand behind: nothing of the file is changed by it.
    whole = (
        last.coverage is SignatureCoverageLevel.ENTIRE_FILE
        or last.modification_level is ModificationLevel.LTA_UPDATES
    )
    first_is_timely = getattr(said[0].timestamp_validity, "trusted", True)
    held = all(map(_holds, said)) and all(each.trusted for each in stamps)
    return held and whole and bool(said[0].trusted) and first_is_timely


def _stamp_seen(
    stamp: EmbeddedPdfSignature, clocks: Sequence[str]
) -> DocumentTimestampStatus:
    info = stamp.signed_data["encap_content_info"]["content"].parsed
    moment = info["gen_time"].native
    context = ValidationContext(trust_roots=_trusted(clocks), moment=moment)
    return validate_pdf_timestamp(stamp, context)


def _seen(
    signature: EmbeddedPdfSignature,
    roots: Sequence[str],
    clocks: Sequence[str],
    *,
    moment: datetime | None,
) -> PdfSignatureStatus:
    def context(trusted: Sequence[str]) -> ValidationContext:
        return ValidationContext(
            trust_roots=_trusted(trusted),
            moment=moment or signature.self_reported_timestamp,
        )

    return validate_pdf_signature(
        signature, context(roots), ts_validation_context=context(clocks)
    )


def _holds(said: PdfSignatureStatus) -> bool:
    stamp = said.timestamp_validity
    is_stamp_whole = stamp is None or (stamp.intact and stamp.valid)
    held = said.intact and said.valid and is_stamp_whole
    return held and bool(said.docmdp_ok or said.docmdp_ok is None)


def _trusted(pems: Sequence[str]) -> list[asn1_x509.Certificate]:
    return [as_asn1(x509.load_pem_x509_certificate(pem.encode())) for pem in pems]


def verapdf(contents: Mapping[str, bytes]) -> dict[str, bool] | None:
    """Say of each file whether it is PDF/A-3a and PDF/UA-1; None without Java."""
    if not shutil.which("java"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for place, (name, content) in enumerate(contents.items()):
            paths[name] = Path(folder) / f"{place}.pdf"
            paths[name].write_bytes(content)
        broken = broken_rules(paths.values())
    return {name: not broken[path.name] for name, path in paths.items()}
