"""An account goes for good: refused while anything of a client is left."""

from datetime import datetime

from axes.models import AccessAttempt
from django.core.files.storage import default_storage
from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from consultancy.actions.take_turn import take_turn
from consultancy.actions.write_down import SYSTEM, write_down
from consultancy.errors import StillKept
from consultancy.ledger.erase import erase_payloads
from consultancy.models import (
    Brand,
    Client,
    Consultant,
    Invitation,
    KeptFile,
    LedgerEntry,
    Session,
    SigningKey,
)
from requests_log.models import OwnRule, OwnRuleVersion

GROUND = "account_erased"


def erase_consultant(consultant: Consultant, *, at: datetime) -> None:
    """Erase who he was: name, address, keys, sign-in, logo, and what the ledger tells.

    Entries, numbers of letters and their fingerprints stay, which tell of nobody, so
    that a letter somebody holds can still be checked. Raises StillKept.
    """
    for name in _erase(consultant, at):
        default_storage.delete(name)


@transaction.atomic
def _erase(consultant: Consultant, at: datetime) -> list[str]:
    """Return the names of stored files that no row names any more."""
    take_turn(consultant)
    if Client.objects.of(consultant).exists():
        raise StillKept
    write_down(
        consultant,
        kind="account_erased",
        at=at,
        subject="practice",
        payload={},
        actor=SYSTEM,
    )
    entries = LedgerEntry.objects.of(consultant)
    erase_payloads(consultant, entries=entries, ground=GROUND, actor=SYSTEM, at=at)
    unused = KeptFile.objects.of(consultant)
    names = [str(name) for name in unused.values_list("file", flat=True)]
    unused.delete()
    names += _drop_look(consultant)
    OwnRuleVersion.objects.of(consultant).delete()
    OwnRule.objects.of(consultant).delete()
    SigningKey.objects.filter(consultant=consultant).delete()
    Invitation.objects.of(consultant).delete()
    _forget_person(consultant)
    return [name for name in names if name]


def _drop_look(consultant: Consultant) -> list[str]:
    brands = Brand.objects.of(consultant)
    names = [
        name for row in brands for name in (row.logo.name, row.logo_on_screen.name)
    ]
    brands.delete()
    return [name or "" for name in names]


def _forget_person(consultant: Consultant) -> None:
    user = consultant.user
    Session.objects.filter(user=user).delete()
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    AccessAttempt.objects.filter(username=user.email).delete()
    user.email = f"{consultant.public_id}@erased.invalid"
    user.is_active = user.is_superuser = False
    user.set_unusable_password()
    user.last_login = None
    user.save()
    consultant.name = "erased"
    consultant.trade = consultant.tax_id = consultant.address = ""
    consultant.email = consultant.phone = ""
    consultant.save()
