"""Run several management commands in one process: Django starts once, not each time.

Called by `run` with the Python of .venv: python -m go_steps.prepare "migrate" ...
"""

import os
import shlex
import sys

import django
from django.core.management import CommandError, call_command


def main(commands: list[str]) -> int:
    """Run the commands in order; stop at the first that fails and return 1."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "consultancy.settings")
    django.setup()
    for command in commands:
        name, *words = shlex.split(command)
        try:
            call_command(name, *words)
        except CommandError as error:
            print(f"{command}: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
