"""Logos as people upload them."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from consultancy.actions.change_profile import LETTERHEAD, Look, change_profile
from consultancy.models import Consultant
from consultancy.paper.pictures import logo_pictures
from tests.people import NOW


def logo_file(ink: str = "#9b1c31", form: str = "PNG") -> bytes:
    """Return a disc with nothing around it."""
    sheet = Image.new("RGBA", (400, 200), (0, 0, 0, 0))
    ImageDraw.Draw(sheet).ellipse((100, 50, 199, 149), fill=ink)
    content = BytesIO()
    sheet.save(content, form)
    return content.getvalue()


def change_look(consultant: Consultant, **look: Any) -> None:
    """Change the look alone; LOGO is an uploaded file's content."""
    logo = look.pop("logo", None)
    change_profile(
        consultant,
        letterhead={field: getattr(consultant, field) for field in LETTERHEAD},
        language=consultant.user.language,
        time_zone=consultant.user.time_zone,
        look=Look(
            accent=look.pop("accent", ""),
            new_logo=logo_pictures(logo) if logo else None,
            **look,
        ),
        at=NOW,
    )
