import pytest

from consultancy.paper.claims import Claim
from consultancy.paper.examine import examine
from consultancy.paper.reading import Reading, ReadingJob, State
from consultancy.paper.render import Renderer
from tests.forgeries import spoil

from .pages import Keys, make_job

HEAD = "ab" * 32
RECORD = f'{{"number": "2026-0007", "ledger_head": {{"hash": "{HEAD}"}}}}'


def read(pdf: bytes, keys: Keys) -> Reading:
    return examine(ReadingJob(pdf, [keys.stored.certificate]))


def test_a_letter_s_signature_is_read(signed: bytes, keys: Keys) -> None:
    reading = read(signed, keys)
    assert reading.state == State.READ
    assert reading.signatures.is_unchanged
    assert reading.carries_our_key


def test_a_fingerprint_known_otherwise_counts_as_ours(
    signed: bytes, keys: Keys
) -> None:
    assert not examine(ReadingJob(signed, [])).signatures.is_ours
    known = ReadingJob(signed, [], [keys.stored.fingerprint])
    assert examine(known).signatures.is_ours


@pytest.mark.parametrize(
    ("record", "claim"),
    [
        (RECORD, Claim("2026-0007", HEAD)),
        (RECORD.replace("2026", "20x6"), None),
        (RECORD.replace("ab", "zz"), None),
        ("[" * 100_000, None),
        ("{}", None),
        ("null", None),
    ],
)
def test_the_record_says_which_letter_it_is(
    renderer: Renderer, keys: Keys, record: str, claim: Claim | None
) -> None:
    pdf = renderer.render(make_job(record_json=record.encode()))
    assert read(pdf, keys).claim == claim


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (b"", State.NO_PDF),
        (b"hello", State.NO_PDF),
        (b"%PDF-1.7", State.BREAKS_OFF),
        (b"%PDF-1.7\nnonsense\n%%EOF\n", State.DAMAGED),
    ],
)
def test_what_cannot_be_read_is_told_apart(
    content: bytes, state: State, keys: Keys
) -> None:
    assert read(content, keys) == Reading(state=state)


def test_a_locked_file_is_not_opened(signed: bytes, keys: Keys) -> None:
    assert read(spoil.locked(signed), keys).state == State.LOCKED


def test_our_key_is_found_in_what_no_reader_opens(signed: bytes, keys: Keys) -> None:
    broken = signed.replace(b"xref", b"zref").replace(b"obj", b"bjo")
    reading = read(broken, keys)
    assert (reading.state, reading.carries_our_key) == (State.DAMAGED, True)
