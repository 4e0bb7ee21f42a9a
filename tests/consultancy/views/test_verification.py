import hashlib
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser

from consultancy.models import Document, DocumentFile, KeptFile, LedgerEntry
from consultancy.paper.errors import ChildError
from requests_log.actions.record_decision import record_decision
from tests.consultancy.paper.signatures import countersigned
from tests.forgeries import spoil
from tests.forgeries.made import issue
from tests.people import NOW, answer, make_advised

CONTENT = ("Bruno", "Ferretería", "seguidores", "feria", "Instagram")


@pytest.fixture
def letter(bruno):
    decision = record_decision(make_advised(bruno), answer=answer(), at=NOW)
    return decision.document.files.get().file.read()


def check(content, language="en", browser=None, **more):
    file = SimpleUploadedFile("carta.pdf", content, "application/pdf")
    headers = {"Accept-Language": language}
    return (browser or Browser()).post(
        "/verify/", {"file": file}, headers=headers, **more
    )


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_page_is_for_everybody_and_for_no_index(db, language):
    page = Browser().get("/verify/", headers={"Accept-Language": language})
    assert (page.status_code, f'<html lang="{language}"' in page.content.decode()) == (
        200,
        True,
    )
    assert page["X-Robots-Tag"] == "noindex"
    assert page["Referrer-Policy"] == "same-origin"
    assert page["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda pdf: pdf, "Unchanged since it was issued"),
        (lambda pdf: pdf + b"x", "Something was added"),
        (spoil.flipped_in_the_page, "Changed since it was signed"),
        (lambda _pdf: b"hola", "This is no PDF"),
    ],
)
def test_a_file_is_told_in_plain_words(letter, change, words):
    page = check(change(letter))
    assert (page.status_code, words in page.content.decode()) == (200, True)


def test_the_answer_says_nothing_of_what_is_in_the_letter(letter):
    for content in (letter, letter + b"x", spoil.flipped_in_the_page(letter)):
        said = check(content).content.decode()
        assert not [word for word in CONTENT if word in said]


def test_the_answer_takes_few_queries(letter, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        check(letter)
    with django_assert_max_num_queries(8):
        check(letter + b"x")


def test_nothing_that_is_brought_is_kept(letter, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "incoming"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    before = sorted(Path(settings.MEDIA_ROOT).rglob("*"))
    check(letter + b"\n" * 3_000_000)
    assert sorted(Path(settings.MEDIA_ROOT).rglob("*")) == before
    assert list(settings.FILE_UPLOAD_TEMP_DIR.iterdir()) == []
    assert (KeptFile.objects.count(), DocumentFile.objects.count()) == (0, 1)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "Choose the file first."),
        ({"file": SimpleUploadedFile("a.pdf", b"")}, "This file is empty"),
        ({"file": "no file"}, "Choose the file first."),
    ],
)
def test_what_is_no_file_is_said_beside_the_field(db, data, words):
    page = Browser().post("/verify/", data, headers={"Accept-Language": "en"})
    assert (page.status_code, words in page.content.decode()) == (422, True)


def test_a_file_too_large_is_refused_before_it_is_read(db, settings, monkeypatch):
    def never(_content):
        raise AssertionError

    settings.VERIFIED_FILE_LIMIT = 1_000
    monkeypatch.setattr("consultancy.views.verification.verify_file", never)
    page = check(b"x" * 1_001)
    assert (page.status_code, b"too large" in page.content) == (422, True)


def test_two_hundred_megabytes_are_not_even_taken_in(db):
    """24: refused by its announced length."""
    page = check(b"x", CONTENT_LENGTH=str(200_000_000))
    assert page.status_code == 400


def test_who_checks_without_end_is_asked_to_wait(db, settings, monkeypatch):
    monkeypatch.setattr("consultancy.views.verification.MOST_FILES", 2)
    assert [check(b"x").status_code for _ in range(3)] == [200, 200, 429]
    page = check(b"x")
    assert int(page["Retry-After"]) > 0
    assert b"One moment, please" in page.content
    assert Browser().get("/verify/").status_code == 200


def test_a_file_nobody_could_look_at_now_may_come_again(db, monkeypatch):
    def busy(_content):
        raise ChildError(ChildError.BUSY)

    monkeypatch.setattr("consultancy.views.verification.verify_file", busy)
    page = check(b"x")
    assert (page.status_code, page["Retry-After"]) == (503, "30")


def test_a_form_from_elsewhere_is_refused(db):
    """17: CSRF holds here too."""
    browser = Browser(enforce_csrf_checks=True)
    assert check(b"x", browser=browser).status_code == 403


def test_only_looking_and_bringing_is_possible(db):
    assert Browser().delete("/verify/").status_code == 405


def test_in_read_only_mode_letters_are_still_checked(letter, settings):
    settings.SIGNING_SECRET = None
    assert b"Unchanged" in check(letter).content


@pytest.fixture
def address(letter):
    document = Document.objects.get()
    return f"/verify/{document.number}/{document.fingerprint[:16]}/"


def look(address):
    return Browser().get(address, headers={"Accept-Language": "en"})


def test_a_letter_s_own_page_says_what_the_record_knows_and_no_more(address, letter):
    page = look(address)
    said = page.content.decode()
    assert (page.status_code, page["X-Robots-Tag"]) == (200, "noindex")
    known = ("Letter 2026-0001", "22 Nov 2026", "Marta Roldán")
    assert all(word in said for word in known)
    assert hashlib.sha256(letter).hexdigest() in said
    assert not [word for word in CONTENT if word in said]


def test_a_letter_s_own_page_takes_few_queries(address, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        look(address)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"status": "pending", "issued_at": None}, "still being written"),
        ({"erased_at": NOW}, "has been erased"),
    ],
)
def test_a_letter_s_own_page_says_how_it_stands(address, change, words):
    Document.objects.update(**change)
    assert words in look(address).content.decode()


def test_a_letter_s_own_page_names_the_one_that_took_its_place(bruno):
    issue(bruno)
    document = Document.objects.get(serial=1)
    page = look(f"/verify/{document.number}/{document.fingerprint[:16]}/")
    assert b"Letter 2026-0002 has since taken the place" in page.content


def test_other_addresses_all_look_alike(address):
    wrong = [
        look(each)
        for each in (
            address.replace("2026-0001", "2026-0002"),
            address[:-3] + ("00/" if address[-3:-1] != "00" else "11/"),
            "/verify/x/y/",
            "/verify/2026-0001/%25/",
        )
    ]
    assert {page.status_code for page in wrong} == {404}
    assert len({page.content for page in wrong}) == 1


def test_trying_addresses_without_end_is_slowed(address, monkeypatch):
    monkeypatch.setattr("consultancy.views.verification.MOST_NUMBERS", 1)
    assert [look(address).status_code for _ in range(2)] == [200, 429]


def test_a_copy_the_client_signed_is_offered_to_be_handed_over(letter, bruno):
    signed = countersigned(letter)
    page = check(signed).content.decode()
    assert "Hand this copy over" in page
    assert 'name="keep" value="on"' in page
    assert page.count('id="id_file"') == page.count('id="copy_file"') == 1
    page = hand_over(signed)
    assert "now kept with the letter" in page
    copy = DocumentFile.objects.get(kind="countersigned")
    assert copy.file.read() == signed
    entry = LedgerEntry.objects.get(kind="document_countersigned")
    assert entry.actor == "visitor"
    again = hand_over(signed)
    assert "counter-signed" in again
    assert "Hand this copy over" not in again
    assert DocumentFile.objects.count() == 2


def hand_over(content):
    file = SimpleUploadedFile("firmada.pdf", content, "application/pdf")
    told = {"file": file, "keep": "on"}
    headers = {"Accept-Language": "en"}
    return Browser().post("/verify/", told, headers=headers).content.decode()


@pytest.mark.parametrize("change", [lambda pdf: pdf, lambda pdf: pdf + b"x"])
def test_nothing_but_a_signed_copy_is_taken(letter, change):
    hand_over(change(letter))
    assert DocumentFile.objects.count() == 1


def test_copies_without_end_are_not_taken(letter, monkeypatch):
    monkeypatch.setattr("consultancy.actions.hand_over_copy.MOST_COPIES", 0)
    assert "could not be kept here" in hand_over(countersigned(letter))
    assert DocumentFile.objects.count() == 1


def test_read_only_takes_no_copy_and_says_so(letter, settings):
    signed = countersigned(letter)
    settings.SIGNING_SECRET = ""
    assert "could not be kept here" in hand_over(signed)
    assert DocumentFile.objects.count() == 1
