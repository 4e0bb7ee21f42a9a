import io

import pytest

from consultancy.paper import frames, limits
from consultancy.paper.serving import serve


@pytest.fixture(autouse=True)
def no_limits_on_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "allow_one_job", lambda _seconds: None)
    monkeypatch.setattr(limits, "has_grown_large", lambda: False)


def shout(payload: bytes) -> tuple[bytes, bytes]:
    return frames.PDF, payload.upper()


def pipe_with(*jobs: bytes) -> io.BytesIO:
    pipe = io.BytesIO()
    for job in jobs:
        frames.write_frame(pipe, frames.JOB, job)
    pipe.seek(0)
    return pipe


def test_every_job_is_answered_until_the_pipe_ends() -> None:
    answers = io.BytesIO()
    serve(pipe_with(b"one", b"two"), answers, shout)
    answers.seek(0)
    said = [frames.read_frame(answers) for _ in range(2)]
    assert said == [(frames.PDF, b"ONE"), (frames.PDF, b"TWO")]


def test_a_process_grown_large_takes_no_further_job(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "has_grown_large", lambda: True)
    answers = io.BytesIO()
    serve(pipe_with(b"one"), answers, shout)
    assert answers.getvalue() == b""
