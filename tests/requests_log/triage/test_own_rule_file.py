import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultancy.strategy_values import StrategyFileError
from requests_log.triage import own_rule as limits
from requests_log.triage.own_rule import Heard, OwnRule, Said, Way
from requests_log.triage.own_rule_file import (
    own_rule_from_fields,
    own_rule_to_fields,
    read_own_rules,
    write_own_rules,
)
from tests.requests_log.triage.own_rules import IN_ENGLISH, own_rule

GOOD = write_own_rules([own_rule(en=IN_ENGLISH, clients=("Bruno",))])

letters = st.text(
    st.sampled_from("aeñü ò:#-'\"&*!|>%@[]{},?yesno12~=0\u2028"), max_size=30
)
words = st.builds(lambda a, b: f"{a}{b}".strip(), st.sampled_from("aho"), letters)
lines = words.map(lambda text: " ".join(text.split()))
phrases = st.sampled_from(
    ["cartel", "black friday", "yes", "null", "~a", "50 %", "c*", "=x", "no", "1e3"]
)
texts = st.lists(words, min_size=1, max_size=3).map("\n".join)
some_lines = st.lists(lines, min_size=1, max_size=3, unique=True).map(tuple)
said = st.builds(Said, lines, texts, some_lines, some_lines, texts)
some_phrases = st.lists(phrases, min_size=1, max_size=4, unique=True).map(tuple)
ideas = st.lists(st.sampled_from(["publish", "money"]), unique=True).map(tuple)
heard = st.builds(Heard, some_phrases, ideas)
ways = st.builds(
    Way,
    st.lists(heard, min_size=1, max_size=3).map(tuple),
    st.sampled_from(limits.WITHIN),
    st.integers(1, limits.MOST_APART),
    st.booleans(),
    st.one_of(st.just(Heard()), heard),
    st.sampled_from(limits.ASKED),
)
rules = st.builds(
    OwnRule,
    st.sampled_from(limits.VERDICTS),
    st.sampled_from(limits.OWN_FACTORS),
    st.lists(ways, min_size=1, max_size=3).map(tuple),
    said,
    st.one_of(st.none(), said),
    st.lists(st.sampled_from(limits.DESPITE), unique=True).map(tuple),
    st.lists(lines, max_size=2, unique=True).map(tuple),
)


@settings(deadline=None, max_examples=120)
@given(st.lists(rules, max_size=3))
def test_what_is_taken_out_goes_in_again_unchanged(several):
    assert list(read_own_rules(write_own_rules(several))) == several


@settings(deadline=None, max_examples=60)
@given(rules)
def test_fields_come_back_as_the_same_rule(rule):
    assert own_rule_from_fields(own_rule_to_fields(rule)) == rule


def refused(text):
    with pytest.raises(StrategyFileError) as caught:
        read_own_rules(text)
    return caught.value.line, caught.value.field, caught.value.problem


@pytest.mark.parametrize(
    ("before", "after", "field", "problem"),
    [
        ("off_strategy", "fine", "verdict", "unknown_choice"),
        ("experience", "law_platform", "factor", "unknown_choice"),
        ("factor: experience", "faktor: x", "faktor", "unknown_field"),
        ("factor: experience", "code: x", "code", "unknown_field"),
        ("name: Nada", "nombre: Nada", "nombre", "unknown_field"),
        ("why: Los", "x: Los", "x", "unknown_field"),
        ("within: sentence", "within: '.*'", "within", "unknown_choice"),
        ("apart: 12", "apart: many", "apart", "not_a_number"),
        ("apart: 12", "apart: 9999", "apart", "not_a_number"),
        ("apart: 12", f"apart: {'9' * 5_000}", "apart", "not_a_number"),
        ("- cartel", "- ..", "words", "not_a_phrase"),
        ("- cartel", "- [a]", "words", "not_text"),
        ("- cartel", "- a b c d e f g", "words", "not_a_phrase"),
        ("- cartel", f"- {'x' * 61}", "words", "too_long"),
        ("- cartel", '- "\\u202ecartel"', "words", "unreadable_character"),
        ("off_strategy", "&a off_strategy", "verdict", "alias"),
        ("off_strategy", "!!python/name:os.system", "verdict", "tag"),
        ("factor:", "verdict:", "verdict", "duplicate_key"),
    ],
)
def test_what_is_wrong_is_named_by_line_and_field(before, after, field, problem):
    line = GOOD[: GOOD.index(before)].count("\n") + 1
    assert refused(GOOD.replace(before, after, 1)) == (line, field, problem)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty"),
        ("a: b", "not_a_list"),
        ("[", "syntax"),
        ("[" * 5000 + "]" * 5000, "too_deep"),
        ("- a\n---\n- b", "several_documents"),
        ("# " + "x" * 70_000, "too_large"),
        ("- verdict: off_strategy\n  when: []", "missing"),
        ("- " * 40 + "x", "too_deep"),
        ("{" * 500 + "a" + "}" * 500, "key_not_text"),
        ("? " * 500 + "a", "key_not_text"),
        ("\n".join(["- {}"] * 51), "too_many"),
    ],
)
def test_what_is_no_file_of_rules_is_refused(text, problem):
    assert refused(text)[2] == problem


@pytest.mark.parametrize(
    "changes",
    [
        {"when": ()},
        {"when": (Way((Heard(("a",)),)),) * (limits.MOST_WAYS + 1)},
        {"when": (Way((Heard(("a",)),) * (limits.MOST_GROUPS + 1)),)},
        {"when": (Way((Heard(),)),)},
        {"when": (Way((Heard(tuple(f"a{n}" for n in range(31))),)),)},
        {"es": None},
        {"clients": tuple(f"c{n}" for n in range(limits.MOST_CLIENTS + 1))},
        {"es": Said("x" * 121, "w", ("c",), ("a",), "r")},
        {"es": Said("x", "", ("c",), ("a",), "r")},
        {"es": Said("x", "w", (), ("a",), "r")},
        {"es": Said("x", "w", ("two\nlines",), ("a",), "r")},
        {"es": Said("x", "w", ("c",) * 9, ("a",), "r")},
        {"es": Said("x", "w", ("c",), ("a",), "r" * 3001)},
        {"es": Said("x", "w\x00", ("c",), ("a",), "r")},
        {"es": Said("x", "w\ud800", ("c",), ("a",), "r")},
        {"despite": ("allowed",)},
    ],
)
def test_limits_hold_for_fields_too(changes):
    with pytest.raises(StrategyFileError):
        own_rule_from_fields(own_rule_to_fields(own_rule(**changes)))
