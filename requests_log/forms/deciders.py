"""Whose word counts for a client, and what is said when it is somebody else's."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from consultancy.models import Contact
from consultancy.models.name_key import name_key


class Deciders:
    """The client's people as they stand beside the question of who decided."""

    def __init__(self, contacts: Sequence[Contact]) -> None:
        self._by_name = {each.name_key: each for each in contacts}
        self.offered = [each for each in contacts if _may_decide(each)]

    @property
    def first_guess(self) -> dict[str, str]:
        """The main contact if he may decide, else the first who may, else nobody."""
        if not self.offered:
            return {}
        return {"by_name": self.offered[0].name, "by_role": self.offered[0].role}

    def doubt(self, name: str) -> str:
        """Return what to ask about a name that was typed; nothing for a stranger."""
        contact = self._by_name.get(name_key(name))
        if contact is None or _may_decide(contact):
            return ""
        said = (
            _(
                "%(name)s had left, as you noted. Who decided? If it was %(name)s,"
                " press the button again."
            )
            if contact.left_on
            else _(
                "%(name)s may not decide for this client, as you noted. Who did? If it"
                " was %(name)s, press the button again."
            )
        )
        return said % {"name": contact.name}

    def role(self, name: str, *, told: str) -> str:
        """Return the role of who is called NAME: his own where TOLD is nobody's, or
        still the one that stood there for another."""
        contact = self._by_name.get(name_key(name))
        if contact is None or told not in ("", self.first_guess.get("by_role")):
            return told
        return contact.role


def _may_decide(contact: Contact) -> bool:
    return contact.may_decide and contact.left_on is None
