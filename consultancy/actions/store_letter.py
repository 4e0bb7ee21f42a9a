"""Where the bytes of letters are put, before the database knows of them."""

import secrets

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from consultancy.models import Document


def store_letter(document: Document, content: bytes) -> str:
    """Store the bytes and return their name: a crash afterwards leaves a file nobody
    names, never a letter without its file."""
    folder = f"documents/{document.consultant.public_id}/{document.year}"
    name = f"{folder}/{secrets.token_hex(16)}.pdf"
    return default_storage.save(name, ContentFile(content))
