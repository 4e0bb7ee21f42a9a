"""What a refused code is told on its form."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultancy.errors import TooManyCodes, WrongCode

REFUSED = (TooManyCodes, WrongCode)


def explain_refused(form: forms.Form, error: Exception) -> None:
    """Put one sentence for a code that was refused (one of REFUSED) beside it."""
    if isinstance(error, TooManyCodes):
        left = (error.until - timezone.now()).total_seconds()
        seconds = max(1, round(left))
        form.add_error(
            "code",
            ngettext(
                "After wrong codes there is a wait. Try again in %(seconds)d second.",
                "After wrong codes there is a wait. Try again in %(seconds)d seconds.",
                seconds,
            )
            % {"seconds": seconds},
        )
    else:
        form.add_error(
            "code",
            _("This code is wrong or was used already. Take the one shown now."),
        )
