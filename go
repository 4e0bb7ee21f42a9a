#!/usr/bin/env python3
"""The project's one door: ./go run, test, check, bench, lock."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the one line an old Python must reach
    sys.exit("go: Python 3.11 or newer is needed, this is " + sys.version.split()[0])

from go_steps import bench, checks, forgeries, lock, run, screenshots, tests
from go_steps.console import Refusal, end_on_signals

COMMANDS = {
    "run": (run.main, "set up what is missing, then serve (--host, --port)"),
    "test": (tests.main, "run every test on both databases (pytest's arguments)"),
    "check": (checks.main, "style, floors, types, settings, translations, rules"),
    "bench": (bench.main, "time what must be quick (names of benchmarks)"),
    "forgeries": (
        forgeries.main,
        "make letters good and bad, and judge each",
    ),
    "lock": (lock.main, "write requirements*.txt again (--upgrade, --check)"),
    "screenshots": (screenshots.main, "take the README's pictures anew"),
}


def usage() -> str:
    """Return one line for each command."""
    lines = [f"  ./go {name:<11} {says}" for name, (_, says) in COMMANDS.items()]
    return "\n".join(["Usage:", *lines])


def main(arguments: list[str]) -> int:
    """Do the command named first; return the exit code of the process."""
    if not arguments or arguments[0] not in COMMANDS:
        print(usage())
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    end_on_signals()
    command, _ = COMMANDS[arguments[0]]
    try:
        return command(arguments[1:])
    except Refusal as refusal:
        print(f"go: {refusal}", file=sys.stderr)
        return refusal.code
    except KeyboardInterrupt:
        print("\nStopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
