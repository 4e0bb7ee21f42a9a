"""Files made to do harm: the reader is a process of its own, and ends."""

import sys
import time
import zlib
from collections.abc import Iterator

import pytest

from consultancy.paper import read
from consultancy.paper.capped import CappedProcess
from consultancy.paper.errors import ChildError
from consultancy.paper.examine import examine
from consultancy.paper.reading import ReadingJob, State

from .pages import Keys


def bomb(megabytes: int) -> bytes:
    """Return a PDF of which all objects are in one stream that grows a thousandfold."""
    packer = zlib.compressobj(1)
    packed = packer.compress(b"1 0 ")
    packed += b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes))
    packed += packer.flush()
    objects = (
        b"%%PDF-1.7\n2 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode"
        b"/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (len(packed), packed)
    )
    table = zlib.compress(bytes([0, 0, 0, 0, 2, 0, 2, 0, 1, 0, 9, 0]))
    return objects + (
        b"3 0 obj\n<</Type/XRef/Size 3/W[1 2 1]/Root 1 0 R"
        b"/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(table), table, len(objects))
    )


@pytest.fixture(autouse=True)
def own_process(monkeypatch: pytest.MonkeyPatch) -> Iterator[CappedProcess]:
    process = CappedProcess(read.CHILD)
    monkeypatch.setattr(read, "_process", process)
    yield process
    process.close()


def test_the_reader_says_what_is_read_here(signed: bytes, keys: Keys) -> None:
    job = ReadingJob(signed, [keys.stored.certificate])
    assert read.read_pdf(job) == examine(job)


def test_a_file_that_takes_too_long_is_put_aside_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch, signed: bytes, own_process: CappedProcess
) -> None:
    slow = (sys.executable, "-c", "import time; time.sleep(60)")
    with monkeypatch.context() as changed:
        changed.setattr(own_process, "_command", slow)
        changed.setattr("consultancy.paper.capped.START_SECONDS", 0.0)
        began = time.monotonic()
        with pytest.raises(ChildError) as refused:
            read.read_pdf(ReadingJob(b"%PDF-1.7", []), wall_seconds=0.5)
    assert refused.value.reason == ChildError.TIMEOUT
    assert time.monotonic() - began < 10
    assert read.read_pdf(ReadingJob(signed, [])).state == State.READ


def test_a_file_that_unpacks_to_a_thousandfold_is_not_unpacked(signed: bytes) -> None:
    """57: a bomb of a few hundred kilobytes."""
    assert read.read_pdf(ReadingJob(bomb(200), [])).state == State.DAMAGED
    assert read.read_pdf(ReadingJob(signed, [])).state == State.READ


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        ("bytearray(2 << 30)", ChildError.MEMORY),
        ("[0 for _ in iter(int, 1)]", ChildError.CPU),
    ],
)
def test_what_takes_more_than_a_letter_ends_the_process_alone(
    monkeypatch: pytest.MonkeyPatch,
    own_process: CappedProcess,
    signed: bytes,
    harm: str,
    reason: str,
) -> None:
    """44: memory and time of the processor are capped."""
    code = (
        "from consultancy.paper import limits, serving;"
        "lead = serving.Lead(limits.READING_MEMORY_BYTES, 1);"
        f"serving.main(lambda job: {harm}, lead=lead)"
    )
    with monkeypatch.context() as changed:
        changed.setattr(own_process, "_command", (sys.executable, "-c", code))
        with pytest.raises(ChildError) as refused:
            read.read_pdf(ReadingJob(b"%PDF-1.7", []))
    assert refused.value.reason == reason
    assert read.read_pdf(ReadingJob(signed, [])).state == State.READ
