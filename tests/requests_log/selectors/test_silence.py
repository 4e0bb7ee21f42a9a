from requests_log.selectors.silence import without
from requests_log.triage.findings import Finding, Span, Triage

BAD = Finding("spam", "bad_practice", "unlawful", (Span(0, 4),))
OFF = Finding("channel", "off_strategy", "strategy", (Span(5, 9),))
ANSWER = Triage("bad_practice", (BAD, OFF), (), "f", "es")


def test_the_verdict_is_the_worst_of_what_is_left():
    answer = without(ANSWER, frozenset({"spam"}))
    assert (answer.verdict, answer.findings) == ("off_strategy", (OFF,))
    assert [(each.finding, each.cue) for each in answer.set_aside] == [
        (BAD, "switched_off")
    ]


def test_with_nothing_left_no_rule_objects():
    assert without(ANSWER, frozenset({"spam", "channel"})).verdict == "fine"


def test_a_rule_that_did_not_speak_changes_nothing():
    assert without(ANSWER, frozenset({"minors"})) is ANSWER
