import io

import pytest

from consultancy.paper import child, frames, limits, serving
from consultancy.paper.job import job_to_bytes

from .pages import make_job


@pytest.fixture(autouse=True)
def no_limits_on_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "allow_one_job", lambda _seconds: None)
    monkeypatch.setattr(limits, "has_grown_large", lambda: False)


def pipe_with(*bodies: str) -> io.BytesIO:
    pipe = io.BytesIO()
    for body in bodies:
        frames.write_frame(pipe, frames.JOB, job_to_bytes(make_job(body)))
    pipe.seek(0)
    return pipe


def answers_to(*bodies: str) -> list[tuple[bytes, bytes]]:
    """Return what the child answers to pages with these bodies."""
    answers = io.BytesIO()
    serving.serve(pipe_with(*bodies), answers, child.answer)
    answers.seek(0)
    return [frames.read_frame(answers) for _ in bodies]


def test_every_job_is_answered_until_the_pipe_ends() -> None:
    kinds = [kind for kind, _ in answers_to("<p>1</p>", "<p>2</p>")]
    assert kinds == [frames.PDF, frames.PDF]


def test_a_page_that_reaches_out_is_named_and_the_next_is_drawn() -> None:
    refused, drawn = answers_to('<img src="file:///etc/passwd" alt="">', "<p>2</p>")
    assert refused == (frames.REFUSED, b"not handed in: file:///etc/passwd")
    assert drawn[0] == frames.PDF
