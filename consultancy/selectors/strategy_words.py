"""The strategy's codes as people say them."""

from django.utils.functional import Promise
from django.utils.translation import get_language_info, pgettext_lazy
from django.utils.translation import gettext_lazy as _

Words = dict[str, str | Promise]

GOALS: Words = {
    "sales": _("sales"),
    "leads": _("leads"),
    "bookings": _("bookings"),
    "awareness": _("awareness"),
    "community": _("community"),
    "support": _("support"),
    "loyalty": _("loyalty"),
    "recruitment": _("recruitment"),
}
CHANNELS: Words = {
    "instagram": "Instagram",
    "facebook": "Facebook",
    "tiktok": "TikTok",
    "x": "X",
    "linkedin": "LinkedIn",
    "youtube": "YouTube",
    "pinterest": "Pinterest",
    "threads": "Threads",
    "whatsapp": "WhatsApp",
    "telegram": "Telegram",
    "email": pgettext_lazy("channel", "E-mail"),
    "blog": "Blog",
    "google_business": "Google Business",
    "podcast": "Podcast",
    "twitch": "Twitch",
    "snapchat": "Snapchat",
    "bluesky": "Bluesky",
}
LANGUAGES = tuple("es ca gl eu en fr pt it de nl ro ru uk ar".split())
MARKETS: Words = {
    "ES": _("Spain"),
    "PT": _("Portugal"),
    "FR": _("France"),
    "IT": _("Italy"),
    "DE": _("Germany"),
    "UK": _("United Kingdom"),
    "IE": _("Ireland"),
    "US": _("United States"),
    "CA": _("Canada"),
    "MX": _("Mexico"),
    "AR": _("Argentina"),
    "CL": _("Chile"),
    "CO": _("Colombia"),
    "PE": _("Peru"),
    "UY": _("Uruguay"),
    "EC": _("Ecuador"),
    "EU": _("the European Union"),
    "LATAM": _("Latin America"),
    "WORLD": _("the whole world"),
}
REGISTERS: Words = {
    "formal": _("formal"),
    "neutral": _("neutral"),
    "informal": _("informal"),
}
ADDRESSES: Words = {"usted": "usted", "tu": "tú"}
EMOJI: Words = {"none": _("none"), "few": _("few"), "many": _("many")}
HUMOUR: Words = {"yes": _("yes"), "no": _("no")}
TONE: dict[str, tuple[str | Promise, Words]] = {
    "register": (_("register"), REGISTERS),
    "address": (_("form of address"), ADDRESSES),
    "emoji": (_("emoji"), EMOJI),
    "humour": (_("humour"), HUMOUR),
}


def word(words: Words, code: str) -> str:
    """Return what a code is called; a code nobody knows is its own word."""
    return str(words.get(code, code))


def language_name(code: str) -> str:
    """Return a language's name in the language of the reader."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
