"""All parts are counted together, and the worse exit code wins."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from go_steps import tests
from go_steps.tests import Count

REPORT = """<testsuites><testsuite tests="9" failures="2" errors="1" skipped="3"/>
</testsuites>"""


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, Count]]:
    """Return the list from which each pytest run takes its answer, with no machine."""
    given: list[tuple[int, Count]] = []

    @contextmanager
    def server() -> Iterator[str]:
        yield "postgres://here"

    monkeypatch.setattr(tests.machine, "ensure", lambda _: None)
    monkeypatch.setattr(tests.environment, "ensure_packages", lambda _: None)
    monkeypatch.setattr(tests, "make_texts", lambda env: None)
    monkeypatch.setattr(tests, "private_server", server)
    monkeypatch.setattr(tests, "_pytest", lambda *_: given.pop(0))
    return given


def test_a_report_is_counted_and_errors_are_failures(tmp_path: Path) -> None:
    (tmp_path / "report.xml").write_text(REPORT)
    assert tests._count(tmp_path / "report.xml") == Count(3, 3, 3)


def test_a_report_never_written_counts_nothing(tmp_path: Path) -> None:
    assert tests._count(tmp_path / "report.xml") == Count()


def test_the_last_line_adds_all_parts(
    answers: list[tuple[int, Count]], capsys: pytest.CaptureFixture[str]
) -> None:
    answers += [(0, Count(5, 0, 1)), (0, Count(4, 0, 0)), (0, Count(2, 0, 0))]
    assert tests.main([]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "11 passed, 0 failed, 1 skipped"


@pytest.mark.parametrize(
    "codes", [(1, 0, 0), (0, 1, 0), (0, 0, 1), (5, 0, 0), (0, 5, 0), (0, 0, 5)]
)
def test_a_failure_in_any_part_fails(
    codes: tuple[int, ...], answers: list[tuple[int, Count]]
) -> None:
    answers += [(code, Count()) for code in codes]
    assert tests.main([]) != 0


def test_chosen_tests_need_not_exist_in_every_part(
    answers: list[tuple[int, Count]],
) -> None:
    answers += [(5, Count()), (5, Count()), (0, Count(1, 0, 0))]
    assert tests.main(["tests/browser"]) == 0


def test_chosen_tests_that_exist_nowhere_are_a_failure(
    answers: list[tuple[int, Count]],
) -> None:
    answers += [(tests.NOTHING_COLLECTED, Count())] * 3
    assert tests.main(["-k", "nonsense"]) == tests.NOTHING_COLLECTED


def test_an_interrupted_part_is_the_last(answers: list[tuple[int, Count]]) -> None:
    answers += [(tests.INTERRUPTED, Count()), (0, Count()), (0, Count())]
    assert tests.main([]) == tests.INTERRUPTED
    assert len(answers) == 2
