"""The file of points: read, written, refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from requests_log.triage.points import (
    NO_POINTS,
    Points,
    load_points,
    read_points,
    write_points,
)
from requests_log.triage.rule_values import RuleFileError

SIGNS = some.text("abcñ:# é", min_size=1).filter(lambda sign: sign[0] != "#")
WHOLE = some.integers(-900, 900)
CODES = some.lists(some.tuples(some.sampled_from(["spam", "goal"]), WHOLE), max_size=2)
ROWS = some.tuples(WHOLE, WHOLE, CODES.map(tuple))


@given(some.dictionaries(SIGNS, ROWS))
def test_what_is_written_is_read_back(rows):
    assert read_points(write_points(Points(rows))) == Points(rows)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("w:a\t1\t2", "a sign and three columns"),
        ("w:a\tone\t2\t", "whole numbers"),
        ("w:a\t1\t2\tspam:x", "whole numbers"),
        ("w:a\t1\t2\tspam", "whole numbers"),
        ("w:a\t1234567\t2\t", "whole numbers"),
        ("\t1\t2\t", "whole numbers"),
    ],
)
def test_a_faulty_line_is_named(line, expected):
    with pytest.raises(RuleFileError) as error:
        read_points(f"# said of the file\nw:fine\t1\t2\t\n{line}\n")
    assert (error.value.file, error.value.line) == ("points.tsv", 3)
    assert error.value.expected == expected


def test_rules_without_points_weigh_nothing(tmp_path):
    assert load_points(tmp_path) is NO_POINTS


def test_a_file_that_breaks_off_is_refused():
    with pytest.raises(RuleFileError) as error:
        read_points("w:a\t1\t2\t\nw:b\t1\t2\t")
    assert error.value.line == 2


def test_a_digest_tells_two_files_apart():
    one, other = read_points("w:a\t1\t2\t\n"), read_points("w:a\t1\t3\t\n")
    assert one.digest != other.digest


def test_a_sign_is_named_once():
    with pytest.raises(RuleFileError) as refused:
        read_points("w:a\t1\t2\t\nw:b\t1\t2\t\nw:a\t3\t4\t\n")
    assert (refused.value.line, refused.value.field) == (3, "w:a")


def test_what_is_no_text_is_refused_by_its_name(tmp_path):
    (tmp_path / "points.tsv").write_bytes(b"w:a\xff\t1\t2\t\n")
    with pytest.raises(RuleFileError, match="UTF-8"):
        load_points(tmp_path)
