from pathlib import Path

import pytest

from consultancy.careful_yaml import read_yaml
from requests_log.triage.lexicon import Lexicon
from requests_log.triage.lexicon_file import read_lexicon
from requests_log.triage.rule_values import RuleFileError

CONCEPTS = """
nobody: {en: nobody}
notices: {en: notices}
laughs: {en: laughs}
"""


def lexicon(joins: str) -> Lexicon:
    document = read_yaml(CONCEPTS + joins)
    return read_lexicon({Path("slots.yaml"): document})[0]


def test_a_join_is_read_with_its_reach() -> None:
    [join] = lexicon("hush: {joins: nobody >3 notices}").joins
    [step] = join.steps
    assert (step.words, step.ordered) == (3, True)


def test_the_reach_may_be_left_out() -> None:
    [join] = lexicon("hush: {joins: nobody + notices > laughs}").joins
    assert [(step.words, step.ordered) for step in join.steps] == [
        (7, False),
        (4, True),
    ]


def test_what_others_build_on_comes_first() -> None:
    joins = lexicon(
        "late: {joins: early > laughs}\nearly: {joins: nobody > notices}"
    ).joins
    assert [len(join.names) for join in joins] == [1, 1]
    assert joins[0].names[0] == joins[1].first


def test_a_circle_is_read_to_its_end() -> None:
    joins = lexicon("one: {joins: two > nobody}\ntwo: {joins: one > nobody}").joins
    assert len(joins) == 2


@pytest.mark.parametrize(
    "written",
    [
        "nobody",
        "nobody >",
        "nobody ? notices",
        "nobody >x notices",
        "nobody > never",
        "nobody >9999 notices",
    ],
)
def test_a_join_that_says_nothing_is_refused(written: str) -> None:
    with pytest.raises(RuleFileError) as caught:
        lexicon(f'hush: {{joins: "{written}"}}')
    assert (caught.value.file, caught.value.field) == ("slots.yaml", written)
