"""What actions refuse, said on the form; what was typed stays where it is."""

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.errors import FilesGone
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.uploads import GONE
from requests_log.errors import (
    AnswerOwed,
    MoveRefused,
    NothingToArgue,
    NotSentYet,
    PartsRefused,
    RequestsLogError,
    RuleIsOff,
    RuleMovedOn,
    RuleNameTaken,
    RulesTooMany,
)

# The first that fits; the last is what all other refusals come to.
SENTENCES: dict[type[Exception], Promise] = {
    NothingToArgue: gettext_lazy(
        "The advice needs an argument, an alternative and a consequence."
    ),
    NotSentYet: gettext_lazy(
        "The recommendation was never noted as sent. Note that first."
    ),
    AnswerOwed: gettext_lazy("The client asked you something. Answer that first."),
    FilesGone: GONE,
    RuleIsOff: gettext_lazy(
        "It is switched off there already: there was nothing left to do. To give"
        " another reason, switch it on again first."
    ),
    RuleNameTaken: gettext_lazy("Another of your rules has this name."),
    RuleMovedOn: gettext_lazy(
        "Another version came into force while you were writing. What you typed is"
        " still here: save again, and it is the next one."
    ),
    RulesTooMany: gettext_lazy(
        "There is no room for it: your own rules are too many, or too long together."
        " Retire one, or write less."
    ),
    PartsRefused: gettext_lazy("These parts cannot be made. Mark them anew."),
    MoveRefused: gettext_lazy("This has already been done, or cannot be done now."),
    RequestsLogError: gettext_lazy(
        "Another tab was faster. Look at the request before you go on."
    ),
}
REFUSALS = (RequestsLogError, FilesGone, *NOT_STORED)


def explain(form: forms.Form, error: Exception) -> None:
    """Put one sentence for a refusal (one of REFUSALS) on the form."""
    if isinstance(error, NOT_STORED):
        explain_not_stored(form, error)
    elif isinstance(error, FilesGone):
        field = "uploads" if "uploads" in form.fields else None
        form.add_error(field, sentence(error))
    else:
        form.add_error(None, sentence(error))


def sentence(error: Exception) -> str:
    """Return what a refusal (one of REFUSALS) means to its reader."""
    for kind, words in SENTENCES.items():
        if isinstance(error, kind):
            return str(words)
    return _("Nothing can be recorded at the moment.")
