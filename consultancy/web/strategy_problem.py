"""What a refused strategy file says to the person who wrote it."""

import re

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.selectors.strategy_lines import field_name
from consultancy.strategy_file import StrategyFileError

PROBLEMS = {
    "ages_reversed": gettext_lazy("the first age is higher than the second"),
    "alias": gettext_lazy("anchors and aliases (& and *) are not read here"),
    "duplicate_key": gettext_lazy("this field stands twice"),
    "empty": gettext_lazy("there is nothing in it"),
    "key_not_text": gettext_lazy("a field's name must be a word"),
    "missing": gettext_lazy("this field is needed"),
    "not_a_currency": gettext_lazy("this is not a currency code"),
    "not_a_list": gettext_lazy("a list is expected here"),
    "not_a_phrase": gettext_lazy("this is no phrase of a few words"),
    "not_one_line": gettext_lazy("a single line is expected here"),
    "not_a_number": gettext_lazy("a whole number is expected here"),
    "not_an_amount": gettext_lazy("an amount of money is expected here"),
    "not_fields": gettext_lazy("fields with values are expected here"),
    "not_text": gettext_lazy("a short text is expected here"),
    "not_two_ages": gettext_lazy("two ages are expected here"),
    "repeated": gettext_lazy("this stands twice"),
    "several_documents": gettext_lazy("only one YAML document is read"),
    "syntax": gettext_lazy("this is not YAML as it should be written"),
    "tag": gettext_lazy("tags (!) are not read here"),
    "too_deep": gettext_lazy("this is nested too deep"),
    "too_large": gettext_lazy("the file is too large"),
    "too_long": gettext_lazy("this is too long"),
    "too_many": gettext_lazy("there are too many here"),
    "unknown_choice": gettext_lazy("this is not one of the words known here"),
    "unknown_client": gettext_lazy("you have no client of this name"),
    "unknown_field": gettext_lazy("this field is not known"),
    "unknown_idea": gettext_lazy("the rules know no such idea"),
    "unreadable_character": gettext_lazy("there is a broken character"),
}
# What was expected, where the reader says it in words; codes stay as they are written.
EXPECTED = {
    r"a list of strategies": gettext_lazy("a list of strategies"),
    r"a list of rules": gettext_lazy("a list of rules"),
    r"an id used once": gettext_lazy("an id used once"),
    r"1500 or 99\.5": gettext_lazy("1500 or 99.5"),
    r"fields and values": gettext_lazy("fields and values"),
    r"text up to (?P<most>\d+) signs": gettext_lazy("text up to %(most)s characters"),
    r"at most (?P<most>\d+) signs": gettext_lazy("at most %(most)s characters"),
    r"at most (?P<most>\d+)": gettext_lazy("at most %(most)s"),
    r"(?P<least>\d+) to (?P<most>\d+)": gettext_lazy("%(least)s to %(most)s"),
    r"(?P<least>\d+) to (?P<most>\d+) words": gettext_lazy(
        "%(least)s to %(most)s words"
    ),
}


def explain(error: StrategyFileError) -> str:
    """Return one sentence that names the line, the field and what was expected."""
    parts = {
        "line": error.line,
        "field": error.field,
        "problem": PROBLEMS.get(error.problem, error.problem),
        "expected": _expected(error),
    }
    if error.problem == "misspelt":
        return _("Line %(line)s, %(field)s: did you mean %(expected)s?") % parts
    if error.line and error.field and error.expected:
        return (
            _("Line %(line)s, %(field)s: %(problem)s. Expected: %(expected)s.") % parts
        )
    if error.line and error.field:
        return _("Line %(line)s, %(field)s: %(problem)s.") % parts
    if error.line:
        return _("Line %(line)s: %(problem)s.") % parts
    if error.field:
        return _("%(field)s: %(problem)s.") % parts
    return _("The file cannot be used: %(problem)s.") % parts


def explain_in_form(error: StrategyFileError, *, at_its_field: bool) -> str:
    """Return one sentence for a form, which has no lines: the field as people call
    it, or, said AT ITS FIELD, none."""
    problem = PROBLEMS.get(error.problem, error.problem)
    if at_its_field or not error.field:
        return f"{capfirst(str(problem))}."
    parts = {"field": field_name(error.field), "problem": problem}
    return _("%(field)s: %(problem)s.") % parts


def _expected(error: StrategyFileError) -> str:
    if error.problem == "unknown_choice":
        choices = error.expected.replace(" or ", ", ")
        return _("one of these: %(choices)s") % {"choices": choices}
    for pattern, words in EXPECTED.items():
        if match := re.fullmatch(pattern, error.expected):
            return str(words) % match.groupdict()
    return error.expected
