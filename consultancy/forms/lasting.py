"""What keeps a letter from being made to be checked in later years, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.paper.errors import FetchFailed, NotLasting
from consultancy.web.confirm import ConfirmForm

SENTENCES = {
    FetchFailed.UNREACHABLE: gettext_lazy(
        "Whoever certified %(subject)s cannot be reached. Try again later."
    ),
    FetchFailed.LATE: gettext_lazy(
        "Whoever certified %(subject)s did not answer in time. Try again later."
    ),
    FetchFailed.REFUSED: gettext_lazy(
        "Whoever certified %(subject)s does not say now whether the certificate was"
        " revoked. Try again later."
    ),
    FetchFailed.HUGE: gettext_lazy(
        "What whoever certified %(subject)s says is too large to be kept in a letter."
    ),
    FetchFailed.PRIVATE: gettext_lazy(
        "The certificate of %(subject)s names an address that is not asked from here:"
        " it is not one of the public network."
    ),
    NotLasting.NO_STAMP: gettext_lazy(
        "The letter has no timestamp, and without one this would prove nothing."
    ),
    NotLasting.NO_CHAIN: gettext_lazy(
        "Who certified %(subject)s is not known here: a certificate above that one is"
        " missing."
    ),
    NotLasting.NO_ADDRESS: gettext_lazy(
        "The certificate of %(subject)s does not say where one learns whether it was"
        " revoked."
    ),
    NotLasting.EXPIRED: gettext_lazy(
        "The certificate of %(subject)s has run out since, and who issued it need not"
        " say any more whether it was revoked."
    ),
    NotLasting.REVOKED: gettext_lazy(
        "The certificate of %(subject)s has been revoked, says who issued it."
    ),
    NotLasting.WRONG: gettext_lazy(
        "What came from whoever certified %(subject)s does not fit, or is out of date."
    ),
    NotLasting.DAMAGED: gettext_lazy("The stored file of the letter cannot be read."),
    NotLasting.BUSY: gettext_lazy(
        "Something else is being added to this letter. Try again in a moment."
    ),
}


class LastingForm(ConfirmForm):
    """Valid as soon as its button was pressed."""

    def explain(self, error: NotLasting) -> None:
        """Say what is missing, and that the letter is as it was."""
        self.add_error(None, f"{why_not(error)} {unchanged()}")


def why_not(error: NotLasting) -> str:
    """Return what is missing, in the active language."""
    return str(SENTENCES[error.reason]) % {"subject": error.subject}


def unchanged() -> str:
    return _("Nothing was added: the letter is as it was, and holds.")
