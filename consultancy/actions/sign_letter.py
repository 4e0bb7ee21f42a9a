"""Sign a letter, with a timestamp where an authority gives one in time."""

import logging
from dataclasses import dataclass
from datetime import datetime

from consultancy.paper.errors import TimestampFailed
from consultancy.paper.keys import UnlockedKey
from consultancy.paper.sign import sign
from consultancy.paper.timestamps import Stamp, Stamper
from consultancy.selectors.timestamps import timestamp_authority

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class SignedLetter:
    """The signed bytes; `awaits_stamp` where an authority is set up and gave none."""

    content: bytes
    stamp: Stamp | None = None
    awaits_stamp: bool = False


def sign_letter(
    unsigned: bytes, *, key: UnlockedKey, reason: str, at: datetime
) -> SignedLetter:
    """Return the letter signed now, come what may of the timestamp.

    Raises SigningError.
    """
    try:
        authority = timestamp_authority()
        if authority is None:
            return SignedLetter(sign(unsigned, key=key, reason=reason, at=at))
        stamper = Stamper(authority, now=at)
        content = sign(unsigned, key=key, reason=reason, at=at, stamper=stamper)
    except (TimestampFailed, OSError, UnicodeDecodeError) as error:
        log.warning("no timestamp yet: %r", error)
        bare = sign(unsigned, key=key, reason=reason, at=at)
        return SignedLetter(bare, awaits_stamp=True)
    return SignedLetter(content, stamp=stamper.stamp)
