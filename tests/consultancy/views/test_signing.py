from datetime import timedelta

import pytest
from cryptography import x509
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consultancy.actions.signing_key import key_to_sign_with
from consultancy.models import LedgerEntry, SigningKey
from consultancy.paper.verify import verify_signatures
from consultancy.selectors.verification import Answer, verify_file
from requests_log.actions.record_decision import record_decision
from tests.consultancy.paper import archives
from tests.consultancy.paper.archives import archive
from tests.people import NOW, answer, make_advised, make_consultant


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


def bring(visitor, content=None, password=archives.PASSWORD, **more):
    file = SimpleUploadedFile("marta.p12", archive() if content is None else content)
    told = {"file": file, "password": password, **more}
    return visitor.post(reverse("signing_bring"), told)


@pytest.fixture
def soon(monkeypatch):
    """The archives of the tests begin and end around the day of the tests."""
    monkeypatch.setattr("consultancy.views.signing.timezone.now", lambda: NOW)


def test_one_s_own_certificate_signs_from_now_on(bruno, soon, visitor):
    response = bring(visitor)
    assert response.status_code == 302
    document = record_decision(make_advised(bruno), answer=answer(), at=NOW).document
    pdf = document.files.get().file.read()
    key = SigningKey.objects.get()
    (seen,) = verify_signatures(pdf, pinned={key.fingerprint}, roots=()).signatures
    assert (seen.signer, seen.is_pinned) == (archives.NAME, True)
    assert verify_file(pdf).signer == archives.NAME
    page = visitor.get(reverse("signing")).content.decode()
    assert "AC FNMT Usuarios" in page
    assert archives.NAME in page
    # The next one is brought in the same place, before this one runs out.
    assert reverse("signing_bring") in page
    assert reverse("signing_authority") not in page


def test_the_password_is_kept_nowhere(soon, visitor, caplog):
    bring(visitor)
    entry = LedgerEntry.objects.get(kind="signing_key_brought")
    kept = f"{entry.payload.content} {bytes(SigningKey.objects.get().wrapped)!r}"
    assert archives.PASSWORD not in kept + caplog.text
    page = bring(visitor, password="otra clave")
    assert "otra clave" not in page.content.decode()


def test_brought_twice_it_is_one(soon, visitor):
    content = archive()
    for _ in range(2):
        assert bring(visitor, content).status_code == 302
    assert LedgerEntry.objects.filter(kind="signing_key_brought").count() == 1


def test_it_may_come_back_after_one_of_the_installation(soon, visitor):
    content = archive()
    bring(visitor, content)
    renew(visitor, SigningKey.objects.get().fingerprint)
    bring(visitor, content)
    in_use = SigningKey.objects.get(retired_at=None)
    assert (in_use.is_brought, SigningKey.objects.count()) == (True, 2)


def test_a_name_of_somebody_else_is_asked_about_and_stores_nothing(soon, visitor):
    content = archive(name="GESTORÍA PEÑA SL - B12345678")
    response = bring(visitor, content)
    assert response.status_code == 422
    assert "GESTORÍA PEÑA SL - B12345678" in response.content.decode()
    assert not SigningKey.objects.exists()
    named = response.context["form"]["named"].value()
    accepted = bring(visitor, content, named=named, is_accepted="on")
    assert accepted.status_code == 302
    assert SigningKey.objects.get().name == named
    page = visitor.get(reverse("signing"))
    assert page.context["page"].current.has_other_name


def test_what_was_accepted_holds_for_that_name_alone(soon, visitor):
    other = {"named": "GESTORÍA PEÑA SL", "is_accepted": "on"}
    assert bring(visitor, archive(name="BRUNO PEÑA"), **other).status_code == 422
    assert not SigningKey.objects.exists()


REFUSED = {
    "password": (archive, "otra", "password"),
    "expired": (lambda: archive(ends=NOW), archives.PASSWORD, "2026"),
    "no archive": (lambda: b"hola", archives.PASSWORD, "PKCS#12"),
    "empty": (lambda: b"", archives.PASSWORD, "file"),
    "large": (lambda: b"x" * 100_001, archives.PASSWORD, "file"),
}


@pytest.mark.parametrize(("make", "password", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_said_and_stores_nothing(
    soon, visitor, make, password, said
):
    response = bring(visitor, make(), password)
    assert response.status_code == 422
    assert said in str(response.context["form"].errors)
    assert not SigningKey.objects.exists()
    assert not LedgerEntry.objects.filter(kind="signing_key_brought").exists()


def test_where_others_work_too_it_is_neither_offered_nor_taken(soon, visitor, nadia):
    assert bring(visitor).status_code == 404
    page = visitor.get(reverse("signing")).content.decode()
    assert reverse("signing_bring") not in page
    assert not SigningKey.objects.exists()


def test_the_demo_s_user_brings_none(db, soon, browser_of):
    demo = make_consultant("Demo", "demo@example.com", is_demo=True)
    assert bring(browser_of(demo)).status_code == 404


def test_read_only_takes_no_key(soon, visitor, settings):
    settings.SIGNING_SECRET = ""
    assert bring(visitor).status_code == 422
    assert not SigningKey.objects.exists()


def test_what_ran_out_gives_way_to_one_of_the_installation(marta, soon, visitor):
    bring(visitor, archive(ends=NOW + timedelta(days=1)))
    page = visitor.get(reverse("signing"))
    assert page.context["page"].current.state == "runs_out"
    key = key_to_sign_with(marta, at=NOW + timedelta(days=2))
    assert SigningKey.objects.get(fingerprint=key.fingerprint).is_brought is False
