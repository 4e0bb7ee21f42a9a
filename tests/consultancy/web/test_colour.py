import pytest
from django.core.exceptions import ValidationError

from consultancy.web.colour import Colour


@pytest.mark.parametrize(
    ("typed", "colour"),
    [
        ("#1f5560", "#1f5560"),
        (" 1F5560 ", "#1f5560"),
        ("#ABC", "#aabbcc"),
        ("", ""),
        ("#1f5560\n", "#1f5560"),
    ],
)
def test_a_colour_is_taken_as_people_write_it(typed, colour):
    assert Colour(required=False).clean(typed) == colour


@pytest.mark.parametrize(
    "typed",
    [
        "red",
        "#12345",
        "#1f5560;}*{",
        "url(//evil)",
        "#１f5560",
        "1" * 5_000,
        "#1f\x0060",
    ],
)
def test_what_is_no_colour_is_refused(typed):
    with pytest.raises(ValidationError):
        Colour().clean(typed)
