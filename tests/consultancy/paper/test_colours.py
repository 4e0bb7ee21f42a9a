import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultancy.paper.colours import (
    LEAST_CONTRAST,
    PLAIN,
    contrast,
    palette,
    readable_shade,
)

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#000000", 21), ("#ffffff", 1), ("#767676", 4.54)]
)
def test_contrast_is_the_one_of_the_guidelines(colour: str, ratio: float) -> None:
    assert contrast(colour) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("pale", "shade"), [("#ffd400", "#8c7500"), ("#f4a6b7", "#9b6974")]
)
def test_the_nearest_shade_is_darker_and_of_the_same_hue(pale: str, shade: str) -> None:
    assert readable_shade(pale) == shade


def test_what_can_be_read_stays_as_it_is() -> None:
    assert readable_shade("#9b1c31") == "#9b1c31"


@given(colours)
def test_a_shade_can_be_read_and_only_just(colour: str) -> None:
    ratio = contrast(readable_shade(colour))
    assert ratio >= LEAST_CONTRAST
    assert ratio < LEAST_CONTRAST + 0.12 or readable_shade(colour) == colour


@given(colours)
def test_words_can_be_read_on_the_tint_too(colour: str) -> None:
    found = palette(colour)
    assert contrast(found.on_tint, found.tint) >= LEAST_CONTRAST


def test_the_plain_colour_needs_no_darkening() -> None:
    assert palette(PLAIN).on_tint == palette(PLAIN).accent == PLAIN
