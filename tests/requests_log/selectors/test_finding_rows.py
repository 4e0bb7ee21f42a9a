from requests_log.selectors.finding_rows import finding_rows
from requests_log.selectors.judge import Judgement
from requests_log.selectors.rulebook import rulebook
from requests_log.triage.findings import Finding, Triage, worst_first


def found(rule, **more):
    said = rulebook().rule(rule)
    return Finding(rule, said.verdict, said.severity, (), **more)


def test_of_one_verdict_what_is_only_weighed_comes_last():
    findings = (
        found("spam", weighed=True),
        found("hide_criticism"),
        found("channel", weighed=True),
        found("budget"),
    )
    held = tuple(sorted(findings, key=worst_first))
    answer = Triage("bad_practice", held, (), "", "en")
    rows = finding_rows(Judgement(answer, None, rulebook()))
    assert [(row.position, row.rule) for row in rows] == [
        (0, "hide_criticism"),
        (1, "spam"),
        (2, "budget"),
        (3, "channel"),
    ]
