import signal
import subprocess
import sys

import pytest

from consultancy.paper import limits
from consultancy.paper.capped import ROOT


def end_of(code: str) -> int:
    """Return how a process ends that runs CODE under the limits."""
    start = "import time; from consultancy.paper import limits\n"
    done = subprocess.run(
        [sys.executable, "-c", start + code],
        cwd=ROOT,
        check=False,
        stderr=subprocess.DEVNULL,
    )
    return done.returncode


def test_a_job_gets_its_own_seconds_of_the_processor_and_no_more() -> None:
    limited = "limits.allow_one_job(0)\nwhile True: pass"
    assert end_of(limited) == -signal.SIGXCPU


def test_a_job_that_sleeps_is_ended_by_the_alarm() -> None:
    assert end_of(
        "limits.WALL_SECONDS = 1; limits.allow_one_job(); time.sleep(20)"
    ) == (-signal.SIGALRM)


def test_between_jobs_no_clock_runs() -> None:
    waiting = "limits.WALL_SECONDS = 1; limits.allow_one_job(); limits.end_of_job()"
    assert end_of(f"{waiting}; time.sleep(1.5)") == 0


@pytest.mark.parametrize(("megabytes", "code"), [(100, 0), (2000, 1)])
def test_memory_is_capped(megabytes: int, code: int) -> None:
    assert end_of(f"limits.cap_memory(); bytearray({megabytes} << 20)") == code


def test_a_process_is_large_when_it_holds_more_than_is_worth_keeping() -> None:
    large = (limits.KEPT_MEMORY_BYTES >> 20) + 50
    asks = "raise SystemExit(limits.has_grown_large())"
    assert end_of(asks) == 0
    assert end_of(f"x = bytearray(b'x') * ({large} << 20); {asks}") == 1
