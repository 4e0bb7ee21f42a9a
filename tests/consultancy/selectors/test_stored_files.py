import pytest

from consultancy.actions.keep_file import Upload, keep_file
from consultancy.models import Brand
from consultancy.selectors.stored_files import named_among
from tests.people import NOW


@pytest.fixture
def named(marta):
    upload = Upload("acta.pdf", "application/pdf", b"%PDF-1.7 acta")
    looks = {"logo": "logos/a.png", "logo_on_screen": "logos/b.png"}
    looks |= {"logo_sha256": "0" * 64}
    Brand.objects.update_or_create(consultant=marta, defaults=looks)
    return {
        keep_file(marta, upload=upload, at=NOW).file.name,
        "logos/a.png",
        "logos/b.png",
    }


def test_every_field_that_names_a_file_is_asked(named):
    assert named_among({*named, "documents/a.pdf"}) == named


def test_one_question_a_field_however_many_names(named, django_assert_num_queries):
    with django_assert_num_queries(4):
        named_among({f"kept/{number}" for number in range(100)})
