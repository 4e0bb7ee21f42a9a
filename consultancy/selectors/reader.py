"""For whom a page is being written."""

from django.utils.translation import get_language


def reading_language() -> str:
    """Return the language, es or en, in which what is shipped in both is shown."""
    return "es" if (get_language() or "en").startswith("es") else "en"
