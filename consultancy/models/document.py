from django.db import models
from django.utils.translation import gettext_lazy as _

from .client import Client, Language
from .consultant import Consultant
from .owned import OwnedQuerySet


class DocumentKind(models.TextChoices):
    WRITTEN_RECOMMENDATION = "written_recommendation", _("written recommendation")
    NOT_ANSWERED = "not_answered", _("recommendation sent, not answered")
    DECISION_CONFIRMATION = "decision_confirmation", _("confirmation of a decision")


class DocumentStatus(models.TextChoices):
    PENDING = "pending", _("being written")
    ISSUED = "issued", _("issued")


class FileKind(models.TextChoices):
    AS_ISSUED = "as_issued", _("as issued")
    TIMESTAMPED = "timestamped", _("with a timestamp")
    COUNTERSIGNED = "countersigned", _("counter-signed by the client")
    OWN_SIGNED = "own_signed", _("signed by the consultant as well")
    LASTING = "lasting", _("with what is needed to check it in later years")


class Document(models.Model):
    """A numbered letter: its content frozen at the decision, its file written once."""

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="documents"
    )
    # Whom it is about; letters issued before this was kept were given theirs later.
    client = models.ForeignKey(
        Client, on_delete=models.PROTECT, null=True, related_name="+"
    )
    kind = models.CharField(max_length=40, choices=DocumentKind.choices)
    year = models.PositiveSmallIntegerField()  # in the consultant's own time zone
    serial = models.PositiveIntegerField()
    language = models.CharField(max_length=2, choices=Language.choices)
    recipient = models.CharField(max_length=120)
    subject = models.CharField(max_length=80)
    status = models.CharField(
        max_length=10, choices=DocumentStatus.choices, default=DocumentStatus.PENDING
    )
    # The letter whose place this one takes; that one stays as it is.
    supersedes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="superseded_by"
    )
    record = models.JSONField()  # all that the letter says; becomes record.json
    # SHA-256 of the record without its own address; letters issued before it was kept
    # have none, not an empty one.
    fingerprint = models.CharField(max_length=64, null=True)  # noqa: DJ001
    ledger_seq = models.PositiveIntegerField()
    ledger_head = models.CharField(max_length=64)
    reserved_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    issued_at = models.DateTimeField(null=True)
    # Since when it is kept as evidence alone, shown by no page of the practice.
    withheld_at = models.DateTimeField(null=True)
    # Its number, head and fingerprint stay: who holds a copy can still have it checked.
    erased_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet["Document"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["consultant", "year", "serial"], name="one_document_a_number"
            ),
            models.CheckConstraint(
                name="issued_documents_have_a_date",
                condition=models.Q(status="pending", issued_at=None)
                | models.Q(status="issued", issued_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["consultant", "-reserved_at", "-id"], name="documents_newest"
            ),
            models.Index(fields=["consultant", "subject"], name="documents_of"),
            # Whoever holds a letter knows its number, not whose it is.
            models.Index(fields=["year", "serial"], name="documents_numbered"),
            models.Index(
                fields=["reserved_at"],
                condition=models.Q(status="pending"),
                name="documents_pending",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        return number_text(self.year, self.serial)

    @property
    def request_id(self) -> int | None:
        """The request it is about, where it is about one."""
        kind, _, number = self.subject.partition(":")
        return int(number) if kind == "request" and number.isdecimal() else None

    @property
    def superseded_by_number(self) -> str:
        """The number of the letter that takes its place; `with_successor` asks for it,
        without it there is none."""
        year: int | None = getattr(self, "later_year", None)
        serial: int | None = getattr(self, "later_serial", None)
        return number_text(year, serial) if year and serial else ""

    @property
    def awaits_timestamp(self) -> bool:
        """Say whether it was issued without the timestamp it should bear."""
        stamp: Timestamp | None = getattr(self, "timestamp", None)
        return stamp is not None and stamp.at is None


def number_text(year: int, serial: int) -> str:
    """Return a letter's number as it is printed."""
    return f"{year}-{serial:04d}"


class DocumentFile(models.Model):
    """The bytes of a document, as they were at one time.

    Each later file begins with an earlier one, byte for byte. `key_fingerprint` is of
    the key that signed the letter when it was issued, whoever signed it since.
    """

    OWNER = "document__consultant"

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="files"
    )
    kind = models.CharField(max_length=20, choices=FileKind.choices)
    file = models.FileField(max_length=200)  # empty once it is erased
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveIntegerField()
    key_fingerprint = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    objects = OwnedQuerySet["DocumentFile"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document"],
                condition=models.Q(kind="as_issued"),
                name="issued_once",
            )
        ]

    def __str__(self) -> str:
        return self.sha256


class AddedSignature(models.Model):
    """A signature that somebody put on a letter after it was issued, as it says."""

    OWNER = "file__document__consultant"

    file = models.ForeignKey(
        DocumentFile, on_delete=models.PROTECT, related_name="added_signatures"
    )
    signer = models.CharField(max_length=300)
    issuer = models.CharField(max_length=300)
    fingerprint = models.CharField(max_length=64)
    signed_at = models.DateTimeField(null=True)  # by the clock of who signed

    objects = OwnedQuerySet["AddedSignature"].as_manager()

    def __str__(self) -> str:
        return self.signer


class Timestamp(models.Model):
    """What an independent clock says of a letter, or the wait for it: `at` is empty."""

    OWNER = "document__consultant"

    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, related_name="timestamp"
    )
    at = models.DateTimeField(null=True)  # by the authority's clock
    authority = models.CharField(max_length=300, blank=True)
    tries = models.PositiveSmallIntegerField(default=1)
    next_try_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet["Timestamp"].as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(at=None),
                name="timestamps_awaited",
            )
        ]

    def __str__(self) -> str:
        return self.authority or "-"
