"""By which certificates does a consultant sign, and did he sign before?"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from consultancy.models import Authority, Consultant, SigningKey
from consultancy.models.name_key import name_key
from consultancy.paper.certificates import Holder, certificate_as_der, holder_of

from .people import is_alone

SOON = timedelta(days=30)


@dataclass(frozen=True)
class SigningCertificate:
    """A certificate as its owner reads it; `state` is in_use, runs_out or ended.
    `has_other_name` than the letterhead has now."""

    holder: Holder
    fingerprint: str
    is_brought: bool
    valid_from: datetime
    valid_until: datetime
    retired_at: datetime | None
    state: str
    has_other_name: bool


@dataclass(frozen=True)
class SigningPage:
    """What signs now, what signed before, whether there is an authority yet, and
    whether one's own key may be brought."""

    current: SigningCertificate | None
    earlier: list[SigningCertificate]
    has_authority: bool
    may_bring: bool


def key_in_use(consultant: Consultant, *, at: datetime) -> SigningKey | None:
    """Return the key that signs: one's own, or one in the name he goes by now."""
    fits = Q(is_brought=True) | Q(name=consultant.name)
    return consultant.signing_keys.filter(
        fits, retired_at=None, valid_until__gt=at
    ).first()


def names(holder: Holder, name: str) -> bool:
    """Say whether a certificate names who goes by NAME: certificates say the family
    name first, a second one and a number beside it."""
    words = set(re.findall(r"\w+", name_key(name)))
    said = f"{holder.name} {holder.organisation}"
    return bool(words) and words <= set(re.findall(r"\w+", name_key(said)))


def signing_page(consultant: Consultant, *, at: datetime) -> SigningPage:
    """Return every certificate of the practice, newest first."""
    keys = consultant.signing_keys.defer("wrapped").order_by("-id")
    current = key_in_use(consultant, at=at)
    shown = [_certificate(key, current, at, consultant.name) for key in keys]
    return SigningPage(
        current=next((each for each in shown if each.state != "ended"), None),
        earlier=[each for each in shown if each.state == "ended"],
        has_authority=authority() is not None,
        may_bring=is_alone(consultant),
    )


def authority() -> Authority | None:
    """Return the installation's authority, which the first letter makes."""
    return Authority.objects.order_by("-id").first()


def own_certificate_file(consultant: Consultant, *, at: datetime) -> bytes | None:
    """Return the certificate in use in DER, for a reader of PDFs to trust."""
    key = key_in_use(consultant, at=at)
    return certificate_as_der(key.certificate) if key else None


def authority_file() -> bytes | None:
    """Return the authority's certificate in DER."""
    found = authority()
    return certificate_as_der(found.certificate) if found else None


def _certificate(
    key: SigningKey, current: SigningKey | None, at: datetime, name: str
) -> SigningCertificate:
    holder = holder_of(key.certificate)
    state = "in_use"
    if key != current:
        state = "ended"
    elif key.valid_until - at < SOON:
        state = "runs_out"
    return SigningCertificate(
        holder=holder,
        fingerprint=key.fingerprint,
        is_brought=key.is_brought,
        valid_from=key.valid_from,
        valid_until=key.valid_until,
        retired_at=key.retired_at,
        state=state,
        has_other_name=not names(holder, name),
    )
