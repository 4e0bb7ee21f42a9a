from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from consultancy.paper.certificates import (
    LONGEST_NAMES,
    issue_authority,
    issue_signer,
    named_in,
)

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


def of(*names: tuple[x509.ObjectIdentifier, str]) -> x509.Certificate:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(kind, told) for kind, told in names])
    return (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(NOW)
        .not_valid_after(NOW)
        .sign(key, hashes.SHA256())
    )


def test_whom_a_certificate_names_is_told_word_for_word() -> None:
    person = (NameOID.COMMON_NAME, "ROLDÁN PÉREZ MARTA - 12345678Z")
    house = (NameOID.ORGANIZATION_NAME, "Vega y Roldán S. L.")
    country = (NameOID.COUNTRY_NAME, "ES")
    assert named_in(of(country, person)) == person[1]
    assert named_in(of(country, house, person)) == f"{person[1]}, {house[1]}"
    assert named_in(of((NameOID.COMMON_NAME, house[1]), house)) == house[1]
    assert named_in(of((NameOID.SERIAL_NUMBER, "7"), country)) == "C=ES,2.5.4.5=7"
    assert len(named_in(of((NameOID.ORGANIZATION_NAME, "x" * 900)))) == LONGEST_NAMES
