from hypothesis import given
from hypothesis import strategies as st

from requests_log.selectors.marked_text import Mark, segments

texts = st.text(max_size=60)
verdicts = st.sampled_from(["bad_practice", "off_strategy"])
marks = st.lists(
    st.builds(
        Mark,
        start=st.integers(-5, 70),
        end=st.integers(-5, 70),
        rule=st.sampled_from("abc"),
        title=st.just("t"),
        verdict=verdicts,
    ),
    max_size=8,
)


@given(texts, marks)
def test_the_segments_joined_are_the_text(text, marks):
    assert "".join(piece.text for piece in segments(text, marks)) == text


@given(texts, marks)
def test_every_marked_letter_is_marked_by_its_rule(text, marks):
    place = 0
    for piece in segments(text, marks):
        held = {
            mark.rule
            for mark in marks
            if 0 <= mark.start <= place
            and place + len(piece.text) <= mark.end
            and mark.end <= len(text)
        }
        assert set(piece.rules) == (held if piece.text else set())
        place += len(piece.text)


def test_where_two_rules_speak_the_worse_one_colours():
    both = [Mark(0, 4, "x", "X", "off_strategy"), Mark(2, 6, "y", "Y", "bad_practice")]
    pieces = [(piece.text, piece.verdict) for piece in segments("abcdef", both)]
    assert pieces == [
        ("ab", "off_strategy"),
        ("cd", "bad_practice"),
        ("ef", "bad_practice"),
    ]
