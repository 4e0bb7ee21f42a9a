"""What the child may use: it draws strangers' words, so it is kept on a short lead."""

import resource
import signal
from pathlib import Path

STATM = Path("/proc/self/statm")
MEMORY_BYTES = 1_500 * 1024 * 1024
READING_MEMORY_BYTES = 900 * 1024 * 1024
CPU_SECONDS = 10
READING_CPU_SECONDS = 4
WALL_SECONDS = 60
KEPT_MEMORY_BYTES = 400 * 1024 * 1024
OUT_OF_MEMORY = 3  # the exit code


def cap_memory(most: int = MEMORY_BYTES) -> None:
    """Refuse this process more address space than a letter can ever need."""
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def allow_one_job(cpu_seconds: int = CPU_SECONDS) -> None:
    """Give the next job its time; the kernel ends the process when it is used up.

    The CPU limit counts the life of the process, so each job raises it anew. The
    alarm ends a job whose parent has died and can no longer end it.
    """
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (used + cpu_seconds, hard))
    signal.alarm(WALL_SECONDS)


def end_of_job() -> None:
    """Stop the clock: waiting for the next job may take days."""
    signal.alarm(0)


def has_grown_large() -> bool:
    """Say whether this process holds more memory than is worth keeping."""
    # Not ru_maxrss: it remembers the size of the process that started this one.
    try:
        pages = int(STATM.read_text(encoding="ascii").split()[1])
    except FileNotFoundError:
        return False
    return pages * resource.getpagesize() > KEPT_MEMORY_BYTES
