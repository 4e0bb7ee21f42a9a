from datetime import timedelta

from requests_log.letters.parts import Standing
from requests_log.selectors.standing import standing_of
from tests.people import NOW

TODAY = NOW.date()


def test_a_stranger_and_who_decides_are_not_doubted(bruno):
    for name in ("Bruno Peña", "Una desconocida"):
        assert standing_of(bruno, name, on=TODAY) == Standing.UNDOUBTED


def test_who_may_not_decide_is_found_by_his_name_as_people_write_it(bruno):
    bruno.contacts.update(may_decide=False)
    assert standing_of(bruno, " bruno  pena", on=TODAY) == Standing.NO_SAY


def test_who_left_has_no_say_from_that_day_on(bruno):
    bruno.contacts.update(left_on=TODAY, is_main=False)
    assert standing_of(bruno, "Bruno Peña", on=TODAY) == Standing.HAD_LEFT
    before = TODAY - timedelta(days=1)
    assert standing_of(bruno, "Bruno Peña", on=before) == Standing.UNDOUBTED
