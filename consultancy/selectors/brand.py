"""How does a practice look?"""

import hashlib

from django.db.models.fields.files import FieldFile

from consultancy.models import Brand, Consultant


def brand_of(consultant: Consultant) -> Brand:
    """Return the practice's brand; a plain one, not stored, where it has none."""
    found = Brand.objects.of(consultant).first()
    return found or Brand(consultant=consultant)


def logo_for_paper(brand: Brand) -> bytes | None:
    """Return the PNG letters print, None where there is none.

    A file gone or changed on the disk counts as none: a decision must not be lost
    for a picture.
    """
    content = _stored(brand.logo)
    whole = content and hashlib.sha256(content).hexdigest() == brand.logo_sha256
    return content if whole else None


def logo_for_screen(brand: Brand) -> bytes | None:
    """Return the PNG that is seen through, None where there is none."""
    return _stored(brand.logo_on_screen)


def _stored(file: FieldFile) -> bytes | None:
    if not file:
        return None
    try:
        with file.open("rb") as stored:
            content: bytes = stored.read()
    except OSError:
        return None
    return content
