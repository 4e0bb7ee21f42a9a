"""The practice's rows. Import models from here."""

from .client import AddressForm, Client, Language
from .consultant import Consultant
from .contact import Contact
from .document import Document, DocumentFile, DocumentKind, DocumentStatus, FileKind
from .heartbeat import RUN_DUE, Heartbeat
from .kept_file import KeptFile
from .ledger import LedgerEntry, LedgerHead, LedgerPayload
from .owned import OwnedQuerySet
from .session import Session
from .signing import Authority, SigningKey
from .strategy import AgreedHow, StrategyVersion
from .user import User

__all__ = [
    "RUN_DUE",
    "AddressForm",
    "AgreedHow",
    "Authority",
    "Client",
    "Consultant",
    "Contact",
    "Document",
    "DocumentFile",
    "DocumentKind",
    "DocumentStatus",
    "FileKind",
    "Heartbeat",
    "KeptFile",
    "Language",
    "LedgerEntry",
    "LedgerHead",
    "LedgerPayload",
    "OwnedQuerySet",
    "Session",
    "SigningKey",
    "StrategyVersion",
    "User",
]
