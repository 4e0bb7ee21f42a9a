"""The table agrees with pdfsig, pyHanko and veraPDF, and would say if it did not."""

from dataclasses import replace

import pytest

from consultancy.selectors.verification import GENUINE, Answer
from tests.forgeries.file import File
from tests.forgeries.made import files, issue
from tests.forgeries.table import Row, judged, told, with_conformance
from tests.verapdf.conformance import needs_verapdf

GOOD = File("good", b"", Answer.UNCHANGED)
AGREED = {"pdfsig": True, "pyHanko": True}


def test_nothing_is_judged_otherwise_without_a_reason(bruno):
    rows = judged(files(issue(bruno)))
    assert len(rows) > 45
    assert {row.file.name: row.faults for row in rows if row.faults} == {}
    # A reason given for nothing would hide the next difference.
    idle = [row.file.name for row in rows if set(row.file.differs) - set(row.disagree)]
    assert idle == []


@needs_verapdf
def test_what_is_genuine_keeps_both_standards(bruno):
    made = [each for each in files(issue(bruno)) if each.answer in GENUINE]
    rows = with_conformance(judged(made))
    assert [row.conforms for row in rows] == [True] * len(made)


@pytest.mark.parametrize(
    ("row", "faults"),
    [
        (Row(GOOD, Answer.UNCHANGED, AGREED, conforms=True), []),
        (Row(GOOD, Answer.UNCHANGED, AGREED | {"pdfsig": None}), []),
        (Row(GOOD, Answer.UNCHANGED, AGREED | {"pdfsig": False}), ["pdfsig"]),
        (Row(GOOD, Answer.UNCHANGED, AGREED, conforms=False), ["veraPDF"]),
        (Row(GOOD, Answer.EARLIER_COPY, AGREED), ["expected unchanged"]),
    ],
)
def test_a_difference_is_a_fault_unless_it_is_explained(row, faults):
    assert row.faults == faults
    explained = replace(row, file=replace(GOOD, differs={"pdfsig": "Why."}))
    assert "pdfsig" not in explained.faults


def test_the_table_says_who_differs_and_why():
    file = replace(GOOD, differs={"pdfsig": "For a reason."})
    row = Row(file, Answer.UNCHANGED, {"pdfsig": False, "pyHanko": False})
    table = told([row])
    assert "good, pdfsig: For a reason." in table
    assert "good, pyHanko: NOT EXPLAINED" in table
    assert "! ['pyHanko']" in table
