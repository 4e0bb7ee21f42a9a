"""The practice's rows. Import models from here."""

from .asking import Asking
from .brand import Brand
from .client import AddressForm, Client, ClientStatus, Language
from .client_note import ClientNote
from .consultant import Consultant
from .contact import Contact
from .document import (
    AddedSignature,
    Document,
    DocumentFile,
    DocumentKind,
    DocumentStatus,
    FileKind,
    Timestamp,
)
from .heartbeat import RUN_DUE, SWEEP_FILES, Heartbeat
from .invitation import Invitation
from .keeping import Erasure, ErasureGround, LegalHold, Retention
from .kept_file import KeptFile
from .ledger import LedgerEntry, LedgerHead, LedgerPayload
from .owned import OwnedQuerySet
from .session import Session
from .signing import Authority, SigningKey
from .strategy import AgreedHow, StrategyVersion
from .user import User

__all__ = [
    "RUN_DUE",
    "SWEEP_FILES",
    "AddedSignature",
    "AddressForm",
    "AgreedHow",
    "Asking",
    "Authority",
    "Brand",
    "Client",
    "ClientNote",
    "ClientStatus",
    "Consultant",
    "Contact",
    "Document",
    "DocumentFile",
    "DocumentKind",
    "DocumentStatus",
    "Erasure",
    "ErasureGround",
    "FileKind",
    "Heartbeat",
    "Invitation",
    "KeptFile",
    "Language",
    "LedgerEntry",
    "LedgerHead",
    "LedgerPayload",
    "LegalHold",
    "OwnedQuerySet",
    "Retention",
    "Session",
    "SigningKey",
    "StrategyVersion",
    "Timestamp",
    "User",
]
