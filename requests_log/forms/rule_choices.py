"""The rules that object, to choose from."""

from consultancy.models import Consultant
from requests_log.models import Verdict
from requests_log.selectors.own_rules import own_rules_said
from requests_log.selectors.rulebook import rulebook, title_of
from requests_log.triage.rulebook import Rule

Choice = tuple[str, str]


def rule_choices(
    consultant: Consultant, *, with_retired: bool = False
) -> list[tuple[str, list[Choice]]]:
    """Return (verdict, [(code, title)]) by title, in the reader's language, the
    consultant's own rules among them."""
    own = own_rules_said(consultant, with_retired=with_retired)
    rules = [*rulebook().rules, *own]
    return [
        (str(label), _titles([rule for rule in rules if rule.verdict == code]))
        for code, label in Verdict.choices
        if code != Verdict.FINE
    ]


def _titles(rules: list[Rule]) -> list[Choice]:
    titles = [(rule.code, title_of(rule)) for rule in rules]
    return sorted(titles, key=lambda choice: choice[1].casefold())
