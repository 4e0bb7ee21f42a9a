"""What a refused invitation is told on its form."""

from django import forms
from django.utils.translation import gettext as _

from consultancy.errors import AddressTaken, InvitedJustNow

from .refusals import NOT_STORED, explain_not_stored

NOT_INVITED = (AddressTaken, InvitedJustNow, *NOT_STORED)


def explain_not_invited(form: forms.Form, error: Exception) -> None:
    """Put one sentence for a refusal (one of NOT_INVITED) on the form."""
    if isinstance(error, AddressTaken):
        form.add_error("email", _("Somebody here has this address already."))
    elif isinstance(error, InvitedJustNow):
        form.add_error(
            "email",
            _("You invited this address a moment ago. Try again in a minute."),
        )
    else:
        explain_not_stored(form, error)
