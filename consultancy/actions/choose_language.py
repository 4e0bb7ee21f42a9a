"""How the app speaks to a user; not a fact of the practice, so not in its ledger."""

from consultancy.models import User


def choose_language(user: User, language: str) -> None:
    """Store LANGUAGE, one of settings.LANGUAGES, for USER."""
    user.language = language
    user.save(update_fields=["language"])
