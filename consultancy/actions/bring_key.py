"""Sign by one's own certificate: its archive is read, its key wrapped, both let go."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from consultancy.errors import NamesAnother, NotAlone
from consultancy.models import Consultant, SigningKey
from consultancy.paper.brought_keys import read_brought_key
from consultancy.paper.certificates import Holder, holder_of
from consultancy.paper.errors import KeyRefused
from consultancy.paper.keys import StoredKey, wrap_brought_key
from consultancy.selectors.people import is_alone
from consultancy.selectors.signing_keys import names

from .signing_key import BROUGHT, signing_secret, take_into_use
from .take_turn import take_turn


@dataclass(frozen=True)
class Archive:
    """A PKCS#12 file with its password; `accepted` names who was confirmed to sign,
    as the certificate says it, where that is not the name on the letterhead."""

    content: bytes = field(repr=False)
    password: str = field(repr=False)
    accepted: str = ""


def bring_key(consultant: Consultant, *, archive: Archive, at: datetime) -> Holder:
    """Have the key in ARCHIVE sign from now on; return whom it names.

    Raises NotAlone where others work here too, KeyRefused, NamesAnother where its
    name is another and was not accepted, InstallationReadOnly. The password is kept
    nowhere. The same archive again changes nothing.
    """
    if not is_alone(consultant):
        raise NotAlone
    brought = read_brought_key(archive.content, password=archive.password, now=at)
    with signing_secret() as secret, transaction.atomic():
        take_turn(consultant)
        stored = wrap_brought_key(brought, secret=secret)
        holder = holder_of(stored.certificate)
        if not names(holder, consultant.name) and archive.accepted != holder.name:
            raise NamesAnother(holder.name)
        _use(consultant, stored, holder, at)
    return holder


def _use(
    consultant: Consultant, stored: StoredKey, holder: Holder, at: datetime
) -> None:
    known = SigningKey.objects.filter(fingerprint=stored.fingerprint).first()
    if known and known.consultant_id != consultant.pk:
        raise KeyRefused(KeyRefused.TAKEN)
    if known and known.retired_at is None:
        return
    take_into_use(
        consultant, stored, name=holder.name[:120], kind=BROUGHT, at=at, actor=None
    )
