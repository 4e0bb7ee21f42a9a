"""The practice's rows. Import models from here."""

from .brand import Brand
from .client import AddressForm, Client, ClientStatus, Language
from .client_note import ClientNote
from .consultant import Consultant
from .contact import Contact
from .document import Document, DocumentFile, DocumentKind, DocumentStatus, FileKind
from .heartbeat import RUN_DUE, SWEEP_FILES, Heartbeat
from .invitation import Invitation
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
    "AddressForm",
    "AgreedHow",
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
    "FileKind",
    "Heartbeat",
    "Invitation",
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
