"""The rules that object, to choose from."""

from requests_log.models import Verdict
from requests_log.selectors.rulebook import reading_language, rulebook

Choice = tuple[str, str]


def rule_choices() -> list[tuple[str, list[Choice]]]:
    """Return (verdict, [(code, title)]) by title, in the reader's language."""
    language = reading_language()
    return [
        (str(label), _titles(code, language))
        for code, label in Verdict.choices
        if code != Verdict.FINE
    ]


def _titles(verdict: str, language: str) -> list[Choice]:
    rules = [rule for rule in rulebook().rules if rule.verdict == verdict]
    titles = [(rule.code, rule.title[language]) for rule in rules]
    return sorted(titles, key=lambda choice: choice[1].casefold())
