"""Which rule the signs speak for, what it quotes, and what it outshines."""

from requests_log.triage.findings import Finding
from requests_log.triage.likeliest import OUTSHINES, outshone

from .test_weighing import BUY, ORDINARY, judged

__all__ = ["judged"]
LONG = (
    "Sube la foto que hicimos ayer por la tarde en la nave grande del puerto con el"
    " perro verde de la vecina con su gato azul"
)


def quoted(text, finding):
    return [text[span.start : span.end] for span in finding.spans]


def test_the_rule_with_most_points_is_told_alone(judged):
    codes = (("spam", 90), ("minors", 60), ("copyright", 10))
    answer = judged(ORDINARY, w_verd=(200, 0, codes))
    assert [each.rule for each in answer.findings] == ["spam"]


def test_one_close_behind_stands_in_where_no_line_can_be_named(judged):
    for points, told in ((60, ["goal"]), (20, [])):
        codes = (("budget", 90), ("goal", points))
        answer = judged(ORDINARY, w_verd=(0, 200, codes))
        assert [each.rule for each in answer.findings] == told


def test_a_rule_that_agrees_with_the_signs_is_not_told_twice(judged):
    answer = judged(BUY, w_mil=(200, 0, (("fake_engagement", 90),)))
    assert [(each.rule, each.weighed) for each in answer.findings] == [
        ("fake_engagement", False)
    ]


def test_off_strategy_names_the_line_it_would_break(judged):
    (found,) = judged(ORDINARY, w_verd=(0, 200, (("goal", 90),))).findings
    assert (found.strategy_field, found.strategy_line) == ("goals", "sales")


def test_a_line_nobody_agreed_on_cannot_be_broken(judged):
    assert judged(ORDINARY, w_verd=(0, 200, (("budget", 90),))).findings == ()


def test_what_cannot_be_quoted_is_not_found(judged):
    rows = {"*": (900, 0, (("spam", 90),))}
    assert judged(ORDINARY, **rows).verdict == "fine"


def test_only_the_telling_clause_is_quoted(judged):
    text = "El perro verde es nuestro. Gracias por todo, quiero un perro azul"
    row = (200, 0, (("spam", 90),))
    (found,) = judged(text, w_perr=(10, 0, ()), w_azul=row).findings
    assert quoted(text, found) == ["quiero un perro azul"]


def test_of_a_long_clause_the_telling_words_are_quoted_with_what_is_between(judged):
    row = (200, 0, (("spam", 90),))
    (found,) = judged(LONG, w_foto=(60, 0, ()), w_perr=row, w_azul=row).findings
    assert quoted(LONG, found) == ["perro verde de la vecina con su gato azul"]


def test_a_loose_word_is_quoted_with_its_clause(judged):
    (found,) = judged(LONG, w_azul=(200, 0, (("spam", 90),))).findings
    assert quoted(LONG, found) == [LONG]


def test_a_short_clause_is_quoted_whole(judged):
    row = (200, 0, (("spam", 90),))
    (found,) = judged(ORDINARY, w_foto=row, w_verd=row).findings
    assert quoted(ORDINARY, found) == [ORDINARY]


def found(code, verdict="bad_practice"):
    return Finding(code, verdict, "harmful", ())


def test_what_is_far_below_another_of_its_verdict_is_outshone():
    far, near = found("spam"), found("minors")
    apart = found("channel", "off_strategy")
    scores = {"copyright": 300, "minors": 150, "spam": 149, "channel": 0}
    assert near.rule in scores
    assert OUTSHINES == 150
    assert outshone([far, near, apart, found("copyright")], scores) == [far]


def test_a_rule_of_one_s_own_outshines_nothing_and_is_not_outshone():
    assert outshone([found("mine"), found("spam")], {"spam": -900}) == []
