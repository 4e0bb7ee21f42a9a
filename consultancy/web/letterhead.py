"""The letterhead as a form: what the profile stores, and what a sample letter shows."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.models import Brand
from consultancy.paper.colours import (
    LEAST_CONTRAST,
    PLAIN,
    contrast,
    readable_shade,
)
from consultancy.paper.errors import PictureRefused
from consultancy.paper.pictures import MOST_BYTES, LogoPictures, logo_pictures

from .colour import Colour, PickedColour
from .fields import EmailAddress, LongText, ShortText
from .layout import fields_only

KINDS = "image/png,image/jpeg,image/webp"
WHY_NO_LOGO = {
    PictureRefused.HEAVY: gettext_lazy(
        "This file is larger than 2 MB. Save the logo smaller and try again."
    ),
    PictureRefused.LARGE: gettext_lazy(
        "This picture has too many pixels. 1,000 on its longer side are plenty."
    ),
    PictureRefused.NO_PICTURE: gettext_lazy(
        "This is not a picture that can be used. Take a PNG, JPEG or WebP file."
    ),
    PictureRefused.UNSEEN: gettext_lazy(
        "On white paper nothing of this logo would be seen. Take its dark version."
    ),
}


class LetterheadForm(forms.Form):
    """Fields of actions.change_profile.LETTERHEAD, the colour of letters, the logo.

    `shade` is what to offer instead of a colour that was refused as too pale.
    """

    name = ShortText(
        label=gettext_lazy("Your name"),
        help_text=gettext_lazy("As it signs your letters."),
    )
    trade = ShortText(
        label=gettext_lazy("What you do"),
        required=False,
        help_text=gettext_lazy("For example: social media consultant."),
    )
    tax_id = ShortText(label=gettext_lazy("Tax number"), max_length=40, required=False)
    address = LongText(
        label=gettext_lazy("Address"), rows=3, max_length=400, required=False
    )
    email = EmailAddress(label=gettext_lazy("E-mail on your letters"), required=False)
    phone = ShortText(label=gettext_lazy("Telephone"), max_length=40, required=False)
    accent_picked = PickedColour(
        label=gettext_lazy("Pick the colour from a palette"), required=False
    )
    accent = Colour(
        label=gettext_lazy("Colour"),
        required=False,
        help_text=gettext_lazy("For lines and labels. Empty: the plain one."),
    )
    logo = forms.FileField(
        label=gettext_lazy("Logo"),
        required=False,
        widget=forms.FileInput(attrs={"accept": KINDS}),
        help_text=gettext_lazy(
            "PNG, JPEG or WebP, up to 2 MB. It is printed up to 46 mm wide and 16 mm"
            " high."
        ),
    )
    removes_logo = forms.BooleanField(
        label=gettext_lazy("Remove the logo"), required=False
    )

    shade = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = fields_only()

    def clean_accent(self) -> str:
        colour = self._colour()
        if not colour or contrast(colour) >= LEAST_CONTRAST:
            return colour
        shade = readable_shade(colour)
        if self.data.get("accent_shade") == shade:
            return shade
        self.shade = shade
        raise ValidationError(_too_pale(colour, shade), code="too_pale")

    def clean_logo(self) -> LogoPictures | None:
        upload: UploadedFile | None = self.cleaned_data["logo"]
        if upload is None:
            return None
        try:
            # One byte more than is allowed tells as much as the whole of it.
            return logo_pictures(upload.read(MOST_BYTES + 1))
        except PictureRefused as error:
            raise ValidationError(
                str(WHY_NO_LOGO[error.reason]), code=error.reason
            ) from error

    def clean(self) -> None:
        if self.errors and self.cleaned_data.get("logo"):
            self.add_error(
                "logo",
                _("Choose the logo once more: browsers do not keep a file."),
            )

    def _colour(self) -> str:
        """Return the colour typed; the one picked where only that has changed."""
        typed: str = self.cleaned_data["accent"]
        picked: str = self.cleaned_data.get("accent_picked", "")
        changed = self.changed_data
        only_picked = "accent" not in changed and "accent_picked" in changed
        return picked if picked and only_picked else typed


def look_shown(brand: Brand) -> dict[str, str]:
    """Return what the form shows of the look as it is."""
    return {"accent": brand.accent, "accent_picked": brand.accent or PLAIN}


def _too_pale(colour: str, shade: str) -> str:
    return _(
        "%(colour)s is too pale to be read on white paper: its contrast is %(ratio)s"
        " to 1, and it takes 4.5 to 1. The nearest shade that can be read is %(shade)s."
    ) % {
        "colour": colour,
        "ratio": formats.number_format(contrast(colour), 1),
        "shade": shade,
    }
