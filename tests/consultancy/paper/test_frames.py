import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultancy.paper import frames


@given(st.lists(st.tuples(st.sampled_from([b"J", b"P", b"R"]), st.binary())))
def test_messages_come_out_as_they_went_in(
    messages: list[tuple[bytes, bytes]],
) -> None:
    pipe = io.BytesIO()
    for kind, content in messages:
        frames.write_frame(pipe, kind, content)
    pipe.seek(0)
    assert [frames.read_frame(pipe) for _ in messages] == messages


def test_a_message_cut_short_is_the_end_of_the_pipe() -> None:
    pipe = io.BytesIO()
    frames.write_frame(pipe, frames.PDF, b"whole")
    with pytest.raises(EOFError):
        frames.read_frame(io.BytesIO(pipe.getvalue()[:-1]))


def test_an_impossible_length_is_not_waited_for() -> None:
    header = frames.HEADER.pack(frames.LARGEST + 1, frames.PDF)
    with pytest.raises(EOFError, match="length"):
        frames.read_frame(io.BytesIO(header))


def test_an_empty_pipe_is_its_end() -> None:
    with pytest.raises(EOFError):
        frames.read_frame(io.BytesIO())
