"""Files brought to a form: kept at once, so that a wrong field loses none of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.actions.keep_file import Upload, keep_file
from consultancy.errors import NoRoomForFiles
from consultancy.models import Consultant, KeptFile
from consultancy.selectors.files import held_files

from .file_names import clean_name
from .media_types import TooManyPixels, media_type_of
from .sent import send_back

MOST_FILES = 10
GONE = gettext_lazy("A file you brought before is no longer held. Bring it again.")


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Some files, each checked; clean value is a list of Upload."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Upload]:
        given: Sequence[Any] = data if isinstance(data, list | tuple) else [data]
        return [self._checked(file) for file in given if file]

    def _checked(self, file: Any) -> Upload:
        name = clean_name(getattr(file, "name", "") or "")
        if not isinstance(file, UploadedFile) or not file.size:
            raise ValidationError(_("%(name)s is empty.") % {"name": name})
        if file.size > settings.KEPT_FILE_LIMIT:
            most = filesizeformat(settings.KEPT_FILE_LIMIT)
            raise ValidationError(
                _("%(name)s is too large: at most %(most)s.")
                % {"name": name, "most": most}
            )
        content: bytes = file.read()
        try:
            return Upload(name, media_type_of(content), content)
        except TooManyPixels:
            raise ValidationError(
                _("%(name)s has too many pixels for a picture. Make it smaller.")
                % {"name": name}
            ) from None


class FilesForm(forms.Form):
    """A form that files can be brought to; call `hold_files` before looking at it.

    Files that came with a form that had to be shown again are offered as `held`.
    """

    uploads = FilesField(
        label=gettext_lazy("Files"),
        required=False,
        help_text=gettext_lazy("Screenshots, e-mails, recordings: whatever proves it."),
    )
    held = forms.ModelMultipleChoiceField(
        error_messages={
            "invalid_choice": GONE,
            "invalid_pk_value": GONE,
            "invalid_list": GONE,
        },
        queryset=KeptFile.objects.none(),
        required=False,
        widget=forms.MultipleHiddenInput,
    )

    def __init__(self, *args: Any, consultant: Consultant, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = self.fields["held"]
        offered.queryset = held_files(consultant)  # type: ignore[attr-defined]
        self.consultant = consultant
        self.held_files: list[KeptFile] = []

    @property
    def most_bytes(self) -> int:
        """What one file may have, for the page to say it before it is sent."""
        return settings.KEPT_FILE_LIMIT

    @property
    def most_bytes_together(self) -> int:
        return settings.UPLOAD_LIMIT

    def hold_files(self, *, at: datetime) -> None:
        """Keep what was brought, so that it can be sent along again or used."""
        if not self.is_bound:
            return
        self.full_clean()
        held = [*self.cleaned_data.get("held", [])]
        new: list[Upload] = self.cleaned_data.get("uploads", [])
        if len(held) + len(new) > MOST_FILES:
            self.add_error(
                "uploads", _("At most %(most)s files.") % {"most": MOST_FILES}
            )
            new = []
        kept = [self._kept(upload, at) for upload in new]
        self.held_files = held + [file for file in kept if file]
        send_back(self, held=[str(file.pk) for file in self.held_files])

    def _kept(self, upload: Upload, at: datetime) -> KeptFile | None:
        name = {"name": upload.name}
        try:
            return keep_file(self.consultant, upload=upload, at=at)
        except NoRoomForFiles:
            self.add_error("uploads", _("There is no room left for %(name)s.") % name)
        except OSError:
            self.add_error("uploads", _("%(name)s could not be stored.") % name)
        return None
