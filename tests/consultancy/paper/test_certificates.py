from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from consultancy.paper.certificates import issue_authority, issue_signer

from .pages import NOW


def issued(name: str = "Marta Ruiz") -> tuple[x509.Certificate, x509.Certificate]:
    """Return an authority and a signer's certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    authority = issue_authority("Por Escrito", key=key, now=NOW)
    signer = issue_signer(
        name,
        key=ec.generate_private_key(ec.SECP256R1()).public_key(),
        issuer=authority,
        issuer_key=key,
        now=NOW,
    )
    return authority, signer


def common_name(certificate: x509.Certificate) -> str:
    (name,) = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(name.value)


def test_the_signer_is_certified_by_the_authority() -> None:
    authority, signer = issued()
    signer.verify_directly_issued_by(authority)
    assert common_name(signer) == "Marta Ruiz"


def test_a_signer_certifies_nobody() -> None:
    authority, signer = issued()
    assert authority.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert not signer.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def test_a_signer_s_certificate_is_for_signing_alone() -> None:
    _, signer = issued()
    usage = signer.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature
    assert usage.content_commitment
    assert not usage.key_cert_sign


def test_a_name_of_any_length_and_shape_fits() -> None:
    assert common_name(issued("  Marta\n" + "Ñ" * 100)[1]) == "Marta " + "Ñ" * 29
    assert common_name(issued("   ")[1]) == "?"
