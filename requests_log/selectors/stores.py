"""Every table, and what becomes of it when a client is erased or a consultant takes
everything with him. A test fails for a table that is not named here."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Model, QuerySet

from consultancy import models as practice
from requests_log import models as work


class Fate(StrEnum):
    """What becomes of a client's rows when he is erased."""

    DELETED = "deleted"
    KEPT_FIRST = "kept until the retention ends, then deleted"
    EMPTIED_LAST = "kept until the retention ends, then emptied"
    KEPT = "kept: it tells of no client"


@dataclass(frozen=True)
class Store:
    """A table; TO_CLIENT and TO_CONSULTANT are the ways there, as lookups."""

    model: Any  # a class of models
    fate: Fate
    to_client: str = ""
    to_consultant: str = "consultant"
    leaves_out: tuple[str, ...] = ()  # columns that no export holds

    @property
    def label(self) -> str:
        """Its name, as "app.Model"."""
        app: str = self.model.__module__.partition(".")[0]
        return f"{app}.{self.model.__name__}"

    def of_client(self, client: practice.Client) -> QuerySet[Any]:
        told: dict[str, Any] = {self.to_client: client.pk}
        found: QuerySet[Any] = self.model.objects.filter(**told)
        return found

    def of_consultant(self, consultant: practice.Consultant) -> QuerySet[Any]:
        told: dict[str, Any] = {self.to_consultant: consultant.pk}
        found: QuerySet[Any] = self.model.objects.filter(**told)
        return found


def _of(model: type[Model], way: str) -> Store:
    """Return a store whose rows go with the client at the end of WAY, as those of
    all models do whose rows say whose they are by `OWNER` or a column of their own."""
    owner = getattr(model, "OWNER", "consultant")
    return Store(model, Fate.DELETED, way, owner)


# In the order in which they can be deleted.
STORES = (
    _of(work.Finding, "triage__request__client"),
    _of(work.Triage, "request__client"),
    _of(work.MessagePart, "request__client"),
    _of(work.Split, "request__client"),
    _of(work.Confirmation, "request__client"),
    _of(work.NoAnswer, "recommendation__request__client"),
    _of(work.Dispatch, "recommendation__request__client"),
    _of(work.ClientReply, "recommendation__request__client"),
    _of(work.Decision, "request__client"),
    _of(work.Outcome, "request__client"),
    _of(work.Attachment, "message__client"),
    _of(work.Recommendation, "request__client"),
    Store(work.ClientRequest, Fate.DELETED, "client", leaves_out=("search_text",)),
    _of(work.Message, "client"),
    _of(work.RuleSwitch, "client"),
    _of(practice.ClientNote, "client"),
    _of(practice.StrategyVersion, "client"),
    _of(practice.Contact, "client"),
    Store(practice.KeptFile, Fate.KEPT_FIRST),
    Store(practice.LegalHold, Fate.KEPT_FIRST, "client", "client__consultant"),
    Store(practice.Client, Fate.KEPT_FIRST, "pk"),
    Store(practice.Document, Fate.EMPTIED_LAST, "client"),
    Store(
        practice.DocumentFile,
        Fate.EMPTIED_LAST,
        "document__client",
        "document__consultant",
    ),
    Store(
        practice.AddedSignature,
        Fate.KEPT_FIRST,
        "file__document__client",
        "file__document__consultant",
    ),
    Store(
        practice.Timestamp,
        Fate.KEPT_FIRST,
        "document__client",
        "document__consultant",
    ),
    Store(practice.LedgerPayload, Fate.KEPT_FIRST, "", "entry__consultant"),
    Store(practice.LedgerEntry, Fate.KEPT),
    Store(practice.LedgerHead, Fate.KEPT),
    Store(practice.Erasure, Fate.KEPT),
    Store(practice.Consultant, Fate.KEPT, "", "pk"),
    Store(practice.Brand, Fate.KEPT),
    Store(practice.Retention, Fate.KEPT),
    Store(work.Pace, Fate.KEPT),
    # A rule knows its clients by number alone; its words are the consultant's.
    Store(work.OwnRuleVersion, Fate.KEPT, "", "rule__consultant"),
    Store(work.OwnRule, Fate.KEPT),
    Store(practice.SigningKey, Fate.KEPT, leaves_out=("wrapped",)),
    Store(practice.Invitation, Fate.KEPT, leaves_out=("token_sha256",)),
    Store(
        practice.User,
        Fate.KEPT,
        "",
        "consultant",
        ("password", "is_superuser", "is_staff", "groups", "user_permissions"),
    ),
)
# Of the installation and of signing in: they hold nothing of a client and are nobody's
# work to take along.
OTHERS = {
    "consultancy.Asking": "how often strangers asked, for ten minutes",
    "consultancy.Authority": "the installation's own key",
    "consultancy.Heartbeat": "when a program last ran",
    "consultancy.Session": "who is signed in, by browser",
    "sessions.Session": "Django's own table, in use by nobody",
    "auth.Permission": "Django's own, in use by nobody",
    "auth.Group": "Django's own, in use by nobody",
    "contenttypes.ContentType": "names of tables",
    "axes.AccessFailureLog": "wrong passwords; not in use",
    "axes.AccessAttempt": "wrong passwords, until the pause is over",
    "axes.AccessAttemptExpiration": "when the pause is over",
    "axes.AccessLog": "sign-ins; not in use",
    "otp_totp.TOTPDevice": "the second step of signing in",
    "otp_static.StaticDevice": "the recovery codes",
    "otp_static.StaticToken": "the recovery codes, as digests",
}
