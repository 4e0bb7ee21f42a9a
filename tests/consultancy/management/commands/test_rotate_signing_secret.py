"""Tests 82 and 83 of the threat model: what secrets may change, and what then holds."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from consultancy.actions.signing_key import key_to_sign_with, renew_signing_key
from consultancy.errors import InstallationReadOnly
from consultancy.models import Authority, SigningKey
from consultancy.selectors.readiness import why_read_only
from consultancy.selectors.verification import Answer, verify_file
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised

NEW = "a new signing secret, also of 32 bytes and more"


@pytest.fixture
def keys(marta, nadia):
    """Two practices; Marta signed by another key before."""
    first = key_to_sign_with(marta, at=NOW)
    key_to_sign_with(nadia, at=NOW)
    renew_signing_key(marta, instead_of=first.fingerprint, at=NOW)
    return wrapped()


def wrapped():
    return [
        (each.fingerprint, bytes(each.wrapped))
        for kind in (Authority, SigningKey)
        for each in kind.objects.order_by("pk")
    ]


def rotate(tmp_path: Path, new: str = NEW) -> str:
    file = tmp_path / "new_secret"
    file.write_text(new + "\n")
    said = StringIO()
    call_command("rotate_signing_secret", file, stdout=said)
    return said.getvalue()


def test_all_keys_are_wrapped_by_the_new_secret(keys, marta, settings, tmp_path):
    before = key_to_sign_with(marta, at=NOW).fingerprint
    assert rotate(tmp_path).startswith("4 keys")
    assert [name for name, _ in wrapped()] == [name for name, _ in keys]
    assert not {content for _, content in wrapped()} & {content for _, content in keys}
    with pytest.raises(InstallationReadOnly):
        key_to_sign_with(marta, at=NOW)
    settings.SIGNING_SECRET = NEW
    assert why_read_only(marta) is None
    assert key_to_sign_with(marta, at=NOW).fingerprint == before


def test_one_key_that_does_not_open_leaves_all_as_they_were(keys, nadia, tmp_path):
    key = SigningKey.objects.latest("pk")
    SigningKey.objects.filter(pk=key.pk).update(wrapped=b"{}")
    before = wrapped()
    with pytest.raises(CommandError, match=key.fingerprint):
        rotate(tmp_path)
    assert wrapped() == before


@pytest.mark.parametrize("new", ["", "short", "x" * 31])
def test_a_weak_secret_is_refused(keys, tmp_path, new):
    with pytest.raises(CommandError, match="32 bytes"):
        rotate(tmp_path, new)
    assert wrapped() == keys


def test_the_secret_in_use_is_no_new_one(keys, settings, tmp_path):
    with pytest.raises(CommandError, match="in use"):
        rotate(tmp_path, settings.SIGNING_SECRET)


def test_without_the_secret_in_use_there_is_nothing_to_rotate(settings, tmp_path):
    settings.SIGNING_SECRET = None
    with pytest.raises(CommandError, match="not set"):
        rotate(tmp_path)


def test_a_file_that_is_not_there_is_said(keys, tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("rotate_signing_secret", tmp_path / "none")


def test_83_a_new_secret_key_ends_sessions_and_letters_still_verify(
    bruno, browser_of, settings
):
    letter = record_decision(make_advised(bruno), answer=answer(), at=NOW).document
    visitor = browser_of(bruno.consultant)
    assert visitor.get(reverse("document_list")).status_code == 200
    settings.SECRET_KEY = "another key, as long as it must be to be accepted as one"
    settings.SECRET_KEY_FALLBACKS = []
    assert visitor.get(reverse("document_list")).status_code == 302
    assert verify_file(letter.files.get().file.read()).answer == Answer.UNCHANGED
    assert why_read_only(bruno.consultant) is None
