"""How long a ledger of 100,000 entries takes to check, and what memory that needs.

./go bench ledger

In this process, on SQLite; the time is that of the processor.
"""

import resource
import secrets
import subprocess
import sys
import time
from datetime import timedelta

from django.core.management import call_command

from consultancy.ledger.chain import Link, commitment
from consultancy.ledger.verify import verify_chain
from consultancy.models import Consultant, LedgerEntry, LedgerHead, LedgerPayload
from tests.people import NOW, make_consultant

SIZES = (1_000, 100_000)
AT_A_TIME = 2_000
BAR = 4.0  # seconds for the larger one
WORDS = "Cómprame 5.000 seguidores para Instagram antes de la feria, que no se note. "


def main() -> None:
    call_command("migrate", verbosity=0)
    marta = make_consultant()
    for size in SIZES:
        _grow(marta, size)
        print(_measured(marta, size))


def _grow(marta: Consultant, size: int) -> None:
    """Add entries as `append` would, many at a time."""
    head = LedgerHead.objects.get(consultant=marta)
    while head.seq < size:
        told = [_entry(head, marta) for _ in range(min(AT_A_TIME, size - head.seq))]
        LedgerEntry.objects.bulk_create(entry for entry, _payload in told)
        LedgerPayload.objects.bulk_create(
            LedgerPayload(entry=entry, salt=payload.salt, content=payload.content)
            for entry, payload in told
        )
        head.save()


def _entry(head: LedgerHead, marta: Consultant) -> tuple[LedgerEntry, LedgerPayload]:
    content = {"text": WORDS * 3, "number": head.seq, "channel": "whatsapp"}
    payload = LedgerPayload(salt=secrets.token_bytes(32), content=content)
    told = {
        "seq": head.seq + 1,
        "kind": "message_logged",
        "at": NOW + timedelta(minutes=head.seq),
        "actor": f"consultant:{marta.public_id}",
        "subject": f"request:{head.seq}",
        "commitment": commitment(payload.salt, content),
        "previous_hash": head.hash,
    }
    entry = LedgerEntry(consultant=marta, **told)
    entry.hash = Link(chain=str(marta.public_id), **told).hash
    head.seq, head.hash, head.at = entry.seq, entry.hash, entry.at
    return entry, payload


def _measured(marta: Consultant, size: int) -> str:
    started = time.process_time()
    report = verify_chain(marta)
    seconds = time.process_time() - started
    if report.fault:
        sys.exit(str(report))
    bar = f"   (bar {BAR:.0f} s)" if size == SIZES[-1] else ""
    return f"{size:>9,} entries {seconds:6.2f} s, {_peak():5.0f} MB at most{bar}"


def _peak() -> float:
    """Return the most memory, in MB, that a process needs which does nothing else."""
    subprocess.run([sys.executable, "-m", "django", "verify_ledger"], check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    main()
