"""What paper refuses, told apart."""

from datetime import datetime

from consultancy.errors import ConsultancyError


class PaperError(ConsultancyError):
    """Anything that keeps a letter from being made, signed or read."""


class ChildError(PaperError):
    """A child process gave no answer. `reason` says why: one of the codes below."""

    TIMEOUT = "timeout"
    CPU = "cpu"
    MEMORY = "memory"
    BROKEN = "broken"
    BUSY = "busy"
    DIED = "died"

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason, self.detail = reason, detail


class RenderError(ChildError):
    """No PDF came out; also where the page reached out for something."""

    REFUSED = "refused"


class PictureRefused(PaperError):
    """No logo can be made of this. `reason` says why: one of the codes below."""

    HEAVY = "heavy"
    LARGE = "large"
    NO_PICTURE = "no_picture"
    UNSEEN = "unseen"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SigningError(PaperError):
    """The file could not be signed; nothing half-signed comes back."""


class WeakSecret(PaperError):
    """The installation's signing secret is shorter than 32 bytes."""


class WrongSecret(PaperError):
    """This secret did not wrap this key, or the wrapped key was altered."""


class KeyRefused(PaperError):
    """This archive does not sign here. `reason` says why: one of the codes below;
    `when` is the day a certificate ran out or begins."""

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
        self.reason, self.when = reason, when


class FetchFailed(PaperError):
    """A server gave no answer that could be taken. `reason` says why: one of the codes
    below; `detail` is for the log."""

    UNREACHABLE = "unreachable"
    LATE = "late"
    REFUSED = "refused"
    HUGE = "huge"
    PRIVATE = "private"

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason, self.detail = reason, detail


class TimestampFailed(PaperError):
    """No timestamp came that can be believed. `reason` says why: one of the codes
    below; `detail` is for the log."""

    UNREACHABLE = FetchFailed.UNREACHABLE
    LATE = FetchFailed.LATE
    REFUSED = FetchFailed.REFUSED
    HUGE = FetchFailed.HUGE
    NO_TOKEN = "no_token"  # nosec B105 - a reason, no password
    NONCE = "nonce"
    IMPRINT = "imprint"
    POLICY = "policy"
    BROKEN = "broken"
    CERTIFICATE = "certificate"

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason, self.detail = reason, detail


class NotLasting(PaperError):
    """What is needed to check a file in later years cannot be had. `reason` says why:
    one of the codes below, or of FetchFailed; `subject` names the certificate."""

    NO_STAMP = "no_stamp"
    NO_CHAIN = "no_chain"
    NO_ADDRESS = "no_address"
    EXPIRED = "expired"
    REVOKED = "revoked"
    WRONG = "wrong"
    DAMAGED = "damaged"
    BUSY = "busy"

    def __init__(self, reason: str, subject: str = "") -> None:
        super().__init__(f"{reason}: {subject}" if subject else reason)
        self.reason, self.subject = reason, subject


class NotAPdf(PaperError):
    """The bytes cannot be read as a PDF at all."""


class DamagedPdf(NotAPdf):
    """It begins as a PDF and breaks off or goes wrong further on."""
