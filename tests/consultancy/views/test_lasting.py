import pytest
from django.urls import reverse

from consultancy.forms.lasting import SENTENCES
from consultancy.models import DocumentFile, User
from consultancy.paper.errors import FetchFailed, NotLasting
from tests.consultancy.lasting import issued, real_chain

PRESSED = {"confirmed": "on"}


@pytest.fixture
def issuers(settings, tmp_path):
    with real_chain(settings, tmp_path) as issuers:
        yield issuers


@pytest.fixture
def visitor(marta, browser_of):
    User.objects.update(language="en")
    return browser_of(marta)


def address(document):
    return reverse("document_lasting", args=[document.pk])


def test_it_is_offered_explained_done_and_shown(
    bruno, issuers, visitor, django_assert_max_num_queries
):
    document = issued(bruno)
    page = visitor.get(reverse("document_detail", args=[document.pk]))
    assert address(document) in page.content.decode()
    with django_assert_max_num_queries(8):
        assert (
            "Their servers are asked" in visitor.get(address(document)).content.decode()
        )
    assert DocumentFile.objects.count() == 1
    response = visitor.post(address(document), PRESSED, follow=True)
    shown = response.content.decode()
    assert response.redirect_chain[-1][0] == reverse(
        "document_detail", args=[document.pk]
    )
    assert "now holds what is needed" in shown
    assert "With what is needed to check it in later years" in shown
    assert address(document) not in shown
    assert visitor.get(address(document)).status_code == 302


def test_what_is_missing_is_said_and_the_letter_stays(bruno, issuers, visitor):
    document = issued(bruno)
    issuers.does["/Time-Root.crl"] = "error"
    response = visitor.post(address(document), PRESSED)
    assert response.status_code == 422
    shown = response.content.decode()
    assert "Whoever certified Time CA does not say now" in shown
    assert "Nothing was added: the letter is as it was, and holds." in shown
    assert document.files.count() == 1
    User.objects.update(language="es")
    assert visitor.post(address(document), PRESSED).status_code == 422


def test_read_only_is_told(bruno, issuers, visitor, settings):
    document = issued(bruno)
    settings.SIGNING_SECRET = ""
    response = visitor.post(address(document), PRESSED)
    assert response.status_code == 422
    assert "signing secret" in response.content.decode()


def test_without_a_timestamp_it_is_not_offered(bruno, visitor):
    document = issued(bruno)
    page = visitor.get(reverse("document_detail", args=[document.pk]))
    assert address(document) not in page.content.decode()
    assert visitor.get(address(document)).status_code == 302


def test_every_reason_has_its_sentence():
    def reasons(kind):
        return {value for name, value in vars(kind).items() if name.isupper()}

    assert set(SENTENCES) == reasons(NotLasting) | reasons(FetchFailed)
    assert all(str(each) % {"subject": "X"} for each in SENTENCES.values())
