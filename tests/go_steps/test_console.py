"""Programs are run quietly, and a failure says what the program said."""

import os
import signal
import sys
from pathlib import Path

import pytest

from go_steps.console import Refusal, call, end_on_signals


def test_a_failing_program_is_refused_with_its_words() -> None:
    argv = [sys.executable, "-c", "import sys; print('no disk'); sys.exit(4)"]
    with pytest.raises(Refusal, match="no disk"):
        call(argv)


def test_a_program_runs_in_the_folder_asked_for(tmp_path: Path) -> None:
    call([sys.executable, "-c", "open('made', 'w')"], folder=tmp_path)
    assert (tmp_path / "made").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_being_told_to_end_is_like_ctrl_c(number: signal.Signals) -> None:
    before = {it: signal.getsignal(it) for it in (signal.SIGTERM, signal.SIGHUP)}
    end_on_signals()
    try:
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), number)
    finally:
        for it, handler in before.items():
            signal.signal(it, handler)
