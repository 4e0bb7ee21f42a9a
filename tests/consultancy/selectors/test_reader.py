import pytest
from django.utils import translation

from consultancy.selectors.reader import reading_language


@pytest.mark.parametrize(
    ("spoken", "read"), [("es", "es"), ("es-mx", "es"), ("en-gb", "en"), ("fr", "en")]
)
def test_what_is_shipped_in_two_languages_is_read_in_one(spoken, read):
    with translation.override(spoken):
        assert reading_language() == read


def test_who_has_chosen_none_reads_english():
    with translation.override(None):
        assert reading_language() == "en"
