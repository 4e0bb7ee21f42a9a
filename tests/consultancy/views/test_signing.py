import pytest
from cryptography import x509
from django.urls import reverse

from consultancy.actions.signing_key import key_to_sign_with
from consultancy.models import LedgerEntry, SigningKey
from consultancy.paper.verify import verify_signatures
from consultancy.selectors.verification import Answer, verify_file
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised


@pytest.fixture
def visitor(marta, browser_of):
    return browser_of(marta)


@pytest.fixture
def key(marta):
    key_to_sign_with(marta, at=NOW)
    return SigningKey.objects.get()


def renew(visitor, instead_of):
    address = reverse("signing_renew")
    return visitor.post(address, {"instead_of": instead_of}, follow=True)


def test_before_the_first_letter_there_is_none(visitor):
    page = visitor.get(reverse("signing"))
    assert page.context["page"].current is None
    for name in ("signing_certificate", "signing_authority"):
        assert visitor.get(reverse(name)).status_code == 404


def test_the_page_says_who_signs_and_until_when(
    visitor, key, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8):
        page = visitor.get(reverse("signing")).content.decode()
    assert "Marta Roldán" in page
    assert key.fingerprint in page
    assert str(key.valid_until.year) in page


@pytest.mark.parametrize(
    ("name", "holder"),
    [
        ("signing_certificate", "CN=Marta Roldán"),
        ("signing_authority", "CN=Por Escrito"),
    ],
)
def test_certificates_are_handed_out_and_no_key(visitor, key, name, holder):
    response = visitor.get(reverse(name))
    certificate = x509.load_der_x509_certificate(response.content)
    assert certificate.subject.rfc4514_string() == holder
    assert response["Content-Disposition"].startswith("attachment")


def test_a_new_certificate_signs_from_now_on_and_old_letters_stay_valid(bruno, visitor):
    old = record_decision(make_advised(bruno), answer=answer(), at=NOW).document
    before = SigningKey.objects.get()
    page = renew(visitor, before.fingerprint)
    assert before.fingerprint not in page.content.decode()
    new = record_decision(make_advised(bruno), answer=answer(), at=NOW).document
    letters = [old.files.get().file.read(), new.files.get().file.read()]
    after = SigningKey.objects.get(retired_at=None)
    signers = [
        verify_signatures(pdf, pinned=(), roots=()).signatures[0].fingerprint
        for pdf in letters
    ]
    assert signers == [before.fingerprint, after.fingerprint]
    assert [verify_file(pdf).answer for pdf in letters] == [Answer.UNCHANGED] * 2
    entry = LedgerEntry.objects.filter(kind="signing_key_made").latest("seq")
    assert entry.payload.content["fingerprint"] == after.fingerprint
    assert entry.actor.startswith("consultant:")


def test_pressed_twice_it_makes_one(visitor, key):
    for _ in range(2):
        assert renew(visitor, key.fingerprint).status_code == 200
    assert SigningKey.objects.count() == 2


def test_without_a_key_one_is_made(visitor):
    renew(visitor, "")
    renew(visitor, "")
    assert SigningKey.objects.count() == 1


def test_a_field_nobody_filled_in_is_refused(visitor, key):
    assert renew(visitor, "' OR 1=1").status_code == 422
    assert SigningKey.objects.count() == 1


@pytest.mark.parametrize("secret", ["", "another secret, just as long as it was"])
def test_read_only_changes_nothing_and_says_so(visitor, key, settings, secret):
    settings.SIGNING_SECRET = secret
    response = renew(visitor, key.fingerprint)
    assert response.status_code == 422
    assert SigningKey.objects.get().retired_at is None
