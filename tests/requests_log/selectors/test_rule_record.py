from requests_log.selectors.rule_record import record_of, rule_lines, rule_page
from requests_log.selectors.rulebook import rule_or_none
from tests.people import make_request, object_to
from tests.requests_log.own_rules import ASKS, write_rule


def line(consultant):
    return next(
        line for line in rule_lines(consultant) if line.code == "fake_engagement"
    )


def test_a_rule_counts_what_it_said_and_where_it_was_judged_otherwise(bruno, nadia):
    object_to(make_request(bruno))
    changed = object_to(make_request(bruno), "off_strategy")
    make_request(bruno, "Sube la foto del equipo")
    assert (line(bruno.consultant).spoke, line(bruno.consultant).changed) == (2, 1)
    assert (line(nadia).spoke, line(nadia).changed) == (0, 0)
    page = rule_page(bruno.consultant, rule_or_none("fake_engagement"))
    assert [change.request for change in page.record.changes] == [changed]
    assert record_of(nadia, "fake_engagement").changes == []


def test_the_list_takes_few_queries(bruno, django_assert_max_num_queries):
    object_to(make_request(bruno))
    with django_assert_max_num_queries(3):
        rule_lines(bruno.consultant)


def test_an_objection_by_a_rule_that_had_not_spoken_is_told_apart(bruno):
    missed = object_to(make_request(bruno, "Sube la foto del equipo"), "bad_practice")
    both = object_to(make_request(bruno), "off_strategy")
    record = record_of(bruno.consultant, "fake_engagement")
    assert [each.request for each in record.changes] == [both]
    assert [each.request for each in record.objections] == [missed]


def test_one_s_own_rules_are_counted_and_stand_first(bruno, nadia):
    rule = write_rule(bruno.consultant).rule
    make_request(bruno, ASKS)
    first = rule_lines(bruno.consultant)[0]
    assert (first.code, first.is_own, first.spoke) == (rule.code, True, 1)
    assert not rule_lines(nadia)[0].is_own
