"""What can go wrong in the practice, told apart. Views turn these into sentences."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any


class ConsultancyError(Exception):
    """Anything this app refuses, with a reason a person can act on."""


class InstallationReadOnly(ConsultancyError):
    """The signing secret is missing or wrong: nothing may be recorded meanwhile."""


class LedgerOutsideTransaction(ConsultancyError):
    """An entry must stand or fall with the change it tells of."""


class DocumentNotWritten(ConsultancyError):
    """The letter could not be rendered, signed or stored now; it stays pending."""


class NotTheOwner(ConsultancyError):
    """Only who owns the installation does this, and not to himself."""


class AddressTaken(ConsultancyError):
    """Somebody here signs in with this address already."""


class InvitedJustNow(ConsultancyError):
    """This address was sent an invitation a moment ago."""


class InvitationOver(ConsultancyError):
    """The invitation was used, withdrawn or ran out before."""


class WrongCode(ConsultancyError):
    """Neither a code of the authenticator nor one for recovery, or used before."""


class TooManyCodes(ConsultancyError):
    """Wrong codes came before this one, which was not looked at."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"not before {until}")
        self.until = until


class NoRoomForFiles(ConsultancyError):
    """The files of this practice have reached the limit of the installation."""


class FilesGone(ConsultancyError):
    """A file that was brought is in use already, or was held for too long."""


class NameTaken(ConsultancyError):
    """Somebody has this name already, or one that a person would call the same;
    `is_away` says that he is in the archive, or left."""

    def __init__(self, name: str, *, is_away: bool) -> None:
        super().__init__(name)
        self.name = name
        self.is_away = is_away


class EditedMeanwhile(ConsultancyError):
    """Another tab changed what this one wants to change; `stored` is the whole form
    as it would be drawn now, `clashes` names the fields that both changed."""

    def __init__(self, stored: Mapping[str, Any], clashes: list[str]) -> None:
        super().__init__(", ".join(clashes))
        self.stored = stored
        self.clashes = clashes


class NothingChanged(ConsultancyError):
    """The strategy says what the version in force says: there is no other one."""

    def __init__(self, number: int) -> None:
        super().__init__(f"as version {number}")
        self.number = number


class StrategyMovedOn(ConsultancyError):
    """Another version came into force since the reader began to write this one."""

    def __init__(self, number: int) -> None:
        super().__init__(f"version {number} came meanwhile")
        self.number = number


class AlreadyAgreed(ConsultancyError):
    """This version has what is told now: nothing of it is ever written over."""


class KeyNotOpened(ConsultancyError):
    """The secret does not open one of the keys; its fingerprint says which."""


class NotAlone(ConsultancyError):
    """Others work on this installation too: nobody's own key may be kept on it."""


class NamesAnother(ConsultancyError):
    """The certificate names somebody else than the letterhead; who, as it says it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class CopyRefused(ConsultancyError):
    """This file is no signed copy of the letter. `reason` says why: one of the codes
    below; `number` is the other letter's, where it is one."""

    NO_PDF = "no_pdf"
    DAMAGED = "damaged"
    NOT_THIS_LETTER = "not_this_letter"
    OTHER_LETTER = "other_letter"
    CHANGED = "changed"
    NOTHING_NEW = "nothing_new"
    BROKEN_SIGNATURE = "broken_signature"
    SIGNED_BY_US = "signed_by_us"

    def __init__(self, reason: str, number: str = "") -> None:
        super().__init__(reason)
        self.reason, self.number = reason, number


class BadCheckpoint(ConsultancyError):
    """A file that should say where ledgers ended, and cannot be believed."""


class WrongSchema(ConsultancyError):
    """The tables are those of another version of the app."""


class OnHold(ConsultancyError):
    """Nothing of this client may be erased, for the reason that was noted."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class LetterBeingWritten(ConsultancyError):
    """A letter of this client is reserved and not written yet."""


class AlreadyErased(ConsultancyError):
    """Another tab erased this client."""


class StillKept(ConsultancyError):
    """There are clients left, or letters of erased ones that must be kept."""


class NoMoreCopies(ConsultancyError):
    """Copies enough of this letter are kept, or none any more."""
