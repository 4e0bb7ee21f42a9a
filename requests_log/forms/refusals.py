"""What actions refuse, said on the form; what was typed stays where it is."""

from django import forms
from django.utils.translation import gettext as _

from consultancy.errors import FilesGone
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.uploads import GONE
from requests_log.errors import (
    MoveRefused,
    NothingToArgue,
    PartsRefused,
    RequestsLogError,
)

REFUSALS = (RequestsLogError, FilesGone, *NOT_STORED)


def explain(form: forms.Form, error: Exception) -> None:
    """Put one sentence for a refusal (one of REFUSALS) on the form."""
    if isinstance(error, NOT_STORED):
        explain_not_stored(form, error)
    elif isinstance(error, NothingToArgue):
        form.add_error(
            None, _("The advice needs an argument, an alternative and a consequence.")
        )
    elif isinstance(error, FilesGone):
        form.add_error("uploads", str(GONE))
    elif isinstance(error, PartsRefused):
        form.add_error(None, _("These parts cannot be made. Mark them anew."))
    elif isinstance(error, MoveRefused):
        form.add_error(None, _("This has already been done, or cannot be done now."))
    else:
        form.add_error(
            None,
            _("Another tab was faster. Look at the request before you go on."),
        )
