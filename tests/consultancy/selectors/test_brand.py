from pathlib import Path

from consultancy.models import Brand
from consultancy.selectors.brand import brand_of, logo_for_paper, logo_for_screen
from tests.logos import change_look, logo_file


def test_a_practice_without_a_brand_has_a_plain_one(marta):
    brand = brand_of(marta)
    assert (brand.pk, brand.accent, logo_for_paper(brand)) == (None, "", None)


def test_nobody_has_the_brand_of_another(marta, nadia):
    change_look(marta, accent="#9b1c31", logo=logo_file())
    assert brand_of(nadia).accent == ""
    assert logo_for_screen(brand_of(nadia)) is None


def test_a_logo_changed_or_gone_on_the_disk_is_not_printed(marta):
    change_look(marta, logo=logo_file())
    brand = Brand.objects.get()
    Path(brand.logo.path).write_bytes(b"swapped")
    assert logo_for_paper(brand) is None
    Path(brand.logo.path).unlink()
    assert logo_for_paper(brand_of(marta)) is None
