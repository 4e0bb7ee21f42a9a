"""The rulebook in use: read and compiled once a process."""

import gc
from functools import lru_cache

from django.conf import settings
from django.utils.translation import gettext as _

from consultancy.selectors.reader import reading_language
from requests_log.triage.rulebook import Rule, Rulebook, load_rulebook


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    """Return the shipped rules. Raises RuleFileError when one is faulty.

    They are read once a process, all together: what happens to the files afterwards,
    it goes on with the rules it has.
    """
    loaded = load_rulebook(settings.SEEDS_DIR)
    # It stays as long as the process: a quarter of a million objects that nobody need
    # search for garbage, which takes a fifth of a second each time.
    gc.freeze()
    return loaded


def rule_or_none(code: str) -> Rule | None:
    """Return a rule by its code; None for one the rulebook no longer has."""
    return next((rule for rule in rulebook().rules if rule.code == code), None)


def title_of(rule: Rule) -> str:
    """Return what a rule is called, to the reader; one's own is named as such."""
    title = rule.title[reading_language()]
    return _("%(title)s (your own rule)") % {"title": title} if rule.version else title


def idea_names() -> list[tuple[str, str]]:
    """Return (idea, its name in the reader's language), as the seeds order them."""
    language = reading_language()
    return [(idea, named[language]) for idea, named in rulebook().ideas.items()]
