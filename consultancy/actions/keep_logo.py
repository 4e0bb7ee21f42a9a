"""A logo in the files of a practice, put there before the database names it."""

import hashlib
import secrets
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from consultancy.models import Consultant
from consultancy.paper.pictures import LogoPictures

from .discard_file import discard_file


@dataclass(frozen=True)
class KeptLogo:
    """The names of both files, and the SHA-256 of the one for paper; empty: no logo."""

    paper: str = ""
    screen: str = ""
    sha256: str = ""

    def discard(self) -> None:
        """Delete the files. Letters have a copy of their own, so none is in need."""
        for name in filter(None, (self.paper, self.screen)):
            default_storage.delete(name)

    def take_back(self, *, after: Exception) -> None:
        """Delete the files unless, AFTER this error, the brand may name them."""
        for name in filter(None, (self.paper, self.screen)):
            discard_file(name, after=after)


def keep_logo(consultant: Consultant, pictures: LogoPictures) -> KeptLogo:
    """Store both pictures under names nobody can guess."""
    return KeptLogo(
        paper=_save(consultant, pictures.paper),
        screen=_save(consultant, pictures.screen),
        sha256=hashlib.sha256(pictures.paper).hexdigest(),
    )


def _save(consultant: Consultant, content: bytes) -> str:
    name = f"logos/{consultant.public_id}/{secrets.token_hex(16)}.png"
    return default_storage.save(name, ContentFile(content))
