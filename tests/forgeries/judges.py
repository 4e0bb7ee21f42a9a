"""What others say of a file: poppler's pdfsig, pyHanko on its own, veraPDF."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
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


def pyhanko(content: bytes, *, roots: Sequence[str]) -> bool:
    """Say whether the first signature leads to one of ROOTS, every later one holds,
    and the last covers the whole file."""
    trusted = [as_asn1(x509.load_pem_x509_certificate(pem.encode())) for pem in roots]
    try:
        found = PdfFileReader(BytesIO(content)).embedded_regular_signatures
        said = [
            validate_pdf_signature(
                each,
                ValidationContext(
                    trust_roots=trusted,
                    allow_fetching=False,
                    moment=each.self_reported_timestamp,
                ),
            )
            for each in found
        ]
    except HOSTILE:
        return False
    if not said:
        return False
    held = all(
        each.intact and each.valid and bool(each.docmdp_ok or each.docmdp_ok is None)
        for each in said
    )
    whole = said[-1].coverage is SignatureCoverageLevel.ENTIRE_FILE
    return held and whole and bool(said[0].trusted)


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
