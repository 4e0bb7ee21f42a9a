"""What paper refuses, told apart."""

from datetime import datetime

from consultancy.errors import ConsultancyError


class PaperError(ConsultancyError):
    """Anything that keeps a letter from being made, signed or read."""


class ReasonedError(PaperError):
    """`reason` says why: one of the codes of the class; `detail` is for the log."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason, self.detail = reason, detail


class ChildError(ReasonedError):
    """A child process gave no answer."""

    TIMEOUT = "timeout"
    CPU = "cpu"
    MEMORY = "memory"
    BROKEN = "broken"
    BUSY = "busy"
    DIED = "died"


class RenderError(ChildError):
    """No PDF came out; also where the page reached out for something."""

    REFUSED = "refused"


class PictureRefused(ReasonedError):
    """No logo can be made of this."""

    HEAVY = "heavy"
    LARGE = "large"
    NO_PICTURE = "no_picture"
    UNSEEN = "unseen"


class SigningError(PaperError):
    """The file could not be signed; nothing half-signed comes back."""


class WeakSecret(PaperError):
    """The installation's signing secret is shorter than 32 bytes."""


class WrongSecret(PaperError):
    """This secret did not wrap this key, or the wrapped key was altered."""


class KeyRefused(ReasonedError):
    """This archive does not sign here; `when` is the day a certificate ran out or
    begins."""

    LARGE = "large"
    NO_ARCHIVE = "no_archive"
    WRONG_PASSWORD = "wrong_password"  # nosec B105 - a reason, no password
    NO_KEY = "no_key"
    NO_CERTIFICATE = "no_certificate"
    NO_PAIR = "no_pair"
    UNFIT_KEY = "unfit_key"
    UNFIT_USAGE = "unfit_usage"
    AUTHORITY = "authority"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    TAKEN = "taken"

    def __init__(self, reason: str, when: datetime | None = None) -> None:
        super().__init__(reason)
        self.when = when


class FetchFailed(ReasonedError):
    """A server gave no answer that could be taken."""

    UNREACHABLE = "unreachable"
    LATE = "late"
    REFUSED = "refused"
    HUGE = "huge"
    PRIVATE = "private"


class TimestampFailed(FetchFailed):
    """No timestamp came that can be believed."""

    NO_TOKEN = "no_token"  # nosec B105 - a reason, no password
    NONCE = "nonce"
    IMPRINT = "imprint"
    POLICY = "policy"
    BROKEN = "broken"
    CERTIFICATE = "certificate"


class NotLasting(ReasonedError):
    """What is needed to check a file in later years cannot be had: by a reason of these
    or of FetchFailed; `subject` names the certificate."""

    NO_STAMP = "no_stamp"
    NO_CHAIN = "no_chain"
    NO_ADDRESS = "no_address"
    EXPIRED = "expired"
    REVOKED = "revoked"
    WRONG = "wrong"
    DAMAGED = "damaged"
    BUSY = "busy"

    def __init__(self, reason: str, subject: str = "") -> None:
        super().__init__(reason, subject)
        self.subject = subject


class NotAPdf(PaperError):
    """The bytes cannot be read as a PDF at all."""


class DamagedPdf(NotAPdf):
    """It begins as a PDF and breaks off or goes wrong further on."""
