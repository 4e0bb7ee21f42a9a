import json
from datetime import timedelta

import pytest
from cryptography import x509

from consultancy.paper.errors import WeakSecret, WrongSecret
from consultancy.paper.keys import create_authority, create_consultant_key, unlock

from .pages import NOW, SECRET, Keys


def test_the_secret_that_wrapped_a_key_unlocks_it(keys: Keys) -> None:
    assert keys.consultant.fingerprint == keys.stored.fingerprint
    assert keys.consultant.chain[0].subject.rfc4514_string() == "CN=Por Escrito"


def test_the_certificate_is_the_key_s_own(keys: Keys) -> None:
    certificate = x509.load_pem_x509_certificate(keys.stored.certificate.encode())
    assert certificate.public_key() == keys.consultant.private.public_key()
    assert keys.stored.valid_until == certificate.not_valid_after_utc


@pytest.mark.parametrize("secret", [SECRET + b"!", b"x" * 32])
def test_another_secret_does_not(keys: Keys, secret: bytes) -> None:
    with pytest.raises(WrongSecret):
        unlock(keys.stored.wrapped, secret=secret)


def test_a_secret_that_is_too_short_is_refused_at_once() -> None:
    with pytest.raises(WeakSecret):
        create_authority("Por Escrito", secret=b"x" * 31, now=NOW)


@pytest.mark.parametrize("part", ["salt", "passphrase", "pkcs12"])
def test_a_wrapped_key_that_was_altered_is_refused(keys: Keys, part: str) -> None:
    parts = json.loads(keys.stored.wrapped)
    place = len(parts[part]) // 2
    other = "B" if parts[part][place] != "B" else "C"
    parts[part] = parts[part][:place] + other + parts[part][place + 1 :]
    with pytest.raises(WrongSecret):
        unlock(json.dumps(parts).encode(), secret=SECRET)


@pytest.mark.parametrize("wrapped", [b"", b"[]", b"{}", b"\xff", b'{"salt": 1}'])
def test_what_is_no_wrapped_key_is_refused(wrapped: bytes) -> None:
    with pytest.raises(WrongSecret):
        unlock(wrapped, secret=SECRET)


def test_the_same_name_gets_another_key_and_another_wrapping(keys: Keys) -> None:
    again = create_consultant_key(
        "Marta Ruiz", authority=keys.authority.wrapped, secret=SECRET, now=NOW
    )
    assert again.fingerprint != keys.stored.fingerprint
    assert b"PRIVATE KEY" not in again.wrapped


def test_keys_never_show_what_they_hold(keys: Keys) -> None:
    assert "wrapped" not in repr(keys.stored)
    assert "private" not in repr(keys.consultant)


def test_a_key_made_late_ends_with_its_authority(keys: Keys) -> None:
    late = keys.authority.valid_until - timedelta(days=10)
    stored = create_consultant_key(
        "Marta", authority=keys.authority.wrapped, secret=SECRET, now=late
    )
    assert stored.valid_until == keys.authority.valid_until
