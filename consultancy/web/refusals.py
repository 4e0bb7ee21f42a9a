"""What actions refuse, said on the form; what was typed stays where it is."""

from django import forms
from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext as _

from consultancy.errors import InstallationReadOnly

# Nothing was stored, and it is nobody's fault who reads this: no key, no room on the
# disk, no database.
NOT_STORED = (InstallationReadOnly, OperationalError, InterfaceError)


def explain_not_stored(form: forms.Form, error: Exception) -> None:
    """Put one sentence for a fault (one of NOT_STORED) on the form."""
    if isinstance(error, InstallationReadOnly):
        form.add_error(
            None,
            _(
                "Nothing can be recorded at the moment: the signing secret is missing"
                " or wrong. What you typed is still here. See the notice at the top."
            ),
        )
    else:
        form.add_error(
            None,
            _(
                "Nothing was stored: the disk is full or the database does not answer."
                " What you typed is still here. Try again in a while."
            ),
        )
