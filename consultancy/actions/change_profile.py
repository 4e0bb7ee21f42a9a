"""What stands on the consultant's letterhead, and how the app speaks to him."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError, transaction

from consultancy.errors import InstallationReadOnly
from consultancy.models import Brand, Consultant
from consultancy.paper.pictures import LogoPictures
from consultancy.selectors.brand import brand_of

from .keep_logo import KeptLogo, keep_logo
from .write_down import write_down

LETTERHEAD = ("name", "trade", "tax_id", "address", "email", "phone")


@dataclass(frozen=True)
class Look:
    """The colour of letters (#rrggbb or empty), and a logo that is new or goes away."""

    accent: str
    new_logo: LogoPictures | None = None
    removes_logo: bool = False


def change_profile(
    consultant: Consultant,
    *,
    letterhead: dict[str, str],
    language: str,
    time_zone: str,
    at: datetime,
    look: Look | None = None,
) -> None:
    """Store the letterhead (LETTERHEAD names its fields), language, zone and look.

    No LOOK leaves that as it is. Letters already reserved or issued keep the
    letterhead, colour and logo they were reserved with.
    """
    with _new_logo(consultant, look) as logo, transaction.atomic():
        # Two pages saved at once take turns, or a logo's file would stay behind.
        Consultant.objects.select_for_update().get(pk=consultant.pk)
        for field in LETTERHEAD:
            setattr(consultant, field, letterhead[field])
        consultant.save(update_fields=LETTERHEAD)
        consultant.user.language = language
        consultant.user.time_zone = time_zone
        consultant.user.save(update_fields=["language", "time_zone"])
        brand = _change_brand(consultant, look, logo)
        looks = {"accent": brand.accent, "logo_sha256": brand.logo_sha256}
        payload: dict[str, object] = {**letterhead, **looks}
        write_down(
            consultant,
            kind="profile_changed",
            at=at,
            subject="practice",
            payload=payload,
        )


@contextmanager
def _new_logo(consultant: Consultant, look: Look | None) -> Iterator[KeptLogo | None]:
    """Give the logo to name from now on, None to leave it; nothing stays of a failure.

    A crash in between leaves a file that nobody names, never a name without its file.
    """
    if look is None or not (look.new_logo or look.removes_logo):
        yield None
        return
    logo = keep_logo(consultant, look.new_logo) if look.new_logo else KeptLogo()
    try:
        yield logo
    except (InstallationReadOnly, DatabaseError) as error:
        logo.take_back(after=error)
        raise


def _change_brand(
    consultant: Consultant, look: Look | None, logo: KeptLogo | None
) -> Brand:
    brand = brand_of(consultant)
    if look is None:
        return brand
    brand.accent = look.accent
    if logo is not None:
        before = KeptLogo(brand.logo.name or "", brand.logo_on_screen.name or "")
        transaction.on_commit(before.discard, robust=True)
        brand.logo, brand.logo_on_screen = logo.paper, logo.screen
        brand.logo_sha256 = logo.sha256
    brand.save()
    return brand
