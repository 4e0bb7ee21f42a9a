"""Files for a request that is logged already."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from consultancy.web.layout import fields_only
from consultancy.web.uploads import FilesForm


class AttachForm(FilesForm):
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"submission": uuid.uuid4()}
        super().__init__(*args, **kwargs)
        self.helper = fields_only()

    def new_submission(self) -> uuid.UUID:
        given: uuid.UUID | None = self.cleaned_data["submission"]
        return given or uuid.uuid4()

    def ask_for_files(self) -> None:
        """Say so where nothing was brought; after `hold_files`."""
        if self.is_bound and not self.errors and not self.held_files:
            self.add_error("uploads", _("Choose a file first."))
