import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from consultancy.paper.errors import SigningError
from consultancy.paper.sign import sign

from .pages import NOW, Keys


def test_the_signature_says_why_when_and_what_may_follow(signed: bytes) -> None:
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        consultant, client = pdf.Root.AcroForm.Fields
        assert str(consultant.V.Reason) == "Written"
        assert str(consultant.V.M) == "D:20261122100000Z"
        assert str(consultant.V.SubFilter) == "/ETSI.CAdES.detached"
        (reference,) = consultant.V.Reference
        assert reference.TransformParams.P == 2
        assert "/V" not in client


def test_what_was_rendered_stands_unchanged_before_it(
    unsigned: bytes, signed: bytes
) -> None:
    assert signed.startswith(unsigned)


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7 and no more", b"hello"])
def test_what_is_no_pdf_is_not_signed(pdf: bytes, keys: Keys) -> None:
    with pytest.raises(SigningError):
        sign(pdf, key=keys.consultant, reason="Written", at=NOW)


def test_a_letter_is_not_signed_twice_by_the_consultant(
    signed: bytes, keys: Keys
) -> None:
    with pytest.raises(SigningError):
        sign(signed, key=keys.consultant, reason="Written", at=NOW)


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="needs poppler-utils")
def test_another_program_finds_the_signature_valid_and_over_all(
    signed: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed)
    done = subprocess.run(
        ["pdfsig", "-nocert", path], capture_output=True, text=True, check=True
    )
    assert "Signature is Valid" in done.stdout
    assert "Total document signed" in done.stdout
    assert "Signer Certificate Common Name: Marta Ruiz" in done.stdout
