"""Files for a request that is logged already."""

from typing import Any

from django.utils.translation import gettext as _

from consultancy.web.layout import fields_only
from consultancy.web.submissions import SubmissionField
from consultancy.web.uploads import FilesForm


class AttachForm(FilesForm):
    submission = SubmissionField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = fields_only()

    def ask_for_files(self) -> None:
        """Say so where nothing was brought; after `hold_files`."""
        if self.is_bound and not self.errors and not self.held_files:
            self.add_error("uploads", _("Choose a file first."))
