from hypothesis import given
from hypothesis import strategies as st

from requests_log.selectors.marked_text import (
    LONG,
    SHORT,
    Mark,
    excerpt,
    segments,
)

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


FILLING = "palabras sin peso "


def text_of(pieces):
    return "".join(piece.text for piece in pieces)


@given(st.text(max_size=LONG))
def test_a_short_text_is_read_whole(text):
    assert excerpt(segments(text, [])) == []


def test_a_long_text_without_marks_shows_its_beginning():
    part = text_of(excerpt(segments(FILLING * 60, [])))
    assert FILLING.startswith(part[:8])
    assert len(part) <= SHORT + 2
    assert part.endswith(" …")


def test_of_a_long_text_every_rule_keeps_a_mark_between_whole_words():
    text = FILLING * 40
    places = [number * len(FILLING) for number in range(0, 40, 2)]
    marks = [Mark(at, at + 8, "a", "t", "off_strategy") for at in places]
    marks.append(Mark(len(text) - 5, len(text) - 1, "b", "t", "bad_practice"))
    parts = excerpt(segments(text, marks))
    assert {rule for part in parts for rule in part.rules} == {"a", "b"}
    assert len(text_of(parts)) < 2 * SHORT
    assert set(text_of(parts).split()) <= {*FILLING.split(), "…"}


@given(st.text("ab ", min_size=LONG + 1, max_size=900), st.data())
def test_an_excerpt_is_pieces_of_the_text_in_order(text, data):
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=6))
    marks = [Mark(at, at + 9, f"r{at % 3}", "t", "off_strategy") for at in starts]
    at = 0
    for stretch in text_of(excerpt(segments(text, marks))).split("…"):
        at = text.index(stretch.strip(" "), at)
