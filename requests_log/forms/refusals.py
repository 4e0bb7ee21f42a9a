"""What actions refuse, said on the form; what was typed stays where it is."""

from django import forms
from django.utils.translation import gettext as _

from consultancy.errors import InstallationReadOnly
from consultancy.web.refusals import explain_read_only
from requests_log.errors import MoveRefused, NothingToArgue, RequestsLogError

REFUSALS = (RequestsLogError, InstallationReadOnly)


def explain(form: forms.Form, error: Exception) -> None:
    """Put one sentence for a refusal (one of REFUSALS) on the form."""
    if isinstance(error, InstallationReadOnly):
        explain_read_only(form, error)
    elif isinstance(error, NothingToArgue):
        form.add_error(
            None, _("The advice needs an argument, an alternative and a consequence.")
        )
    elif isinstance(error, MoveRefused):
        form.add_error(None, _("This has already been done, or cannot be done now."))
    else:
        form.add_error(
            None,
            _("Another tab was faster. Look at the request before you go on."),
        )
