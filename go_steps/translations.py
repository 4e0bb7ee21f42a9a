"""Is every sentence of the source in the Spanish catalogue, and sound there?

Run with the Python of .venv. GNU gettext reads the sources in a copy of the tree, so
the tree itself is not changed.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import polib

from go_steps.console import ROOT, Refusal, call

SOURCES = ("consultancy", "requests_log", "seeds", "templates", "manage.py")
CATALOGUE = Path("consultancy/locale/es/LC_MESSAGES/django.po")


def main() -> int:
    """Print what has no sound Spanish; 1 when there is any."""
    with tempfile.TemporaryDirectory(prefix="pe-texts-") as folder:
        copy = Path(folder)
        _copy_sources(copy)
        try:
            call([sys.executable, "manage.py", "makemessages", "-l", "es"], folder=copy)
            faults = missing(copy / CATALOGUE)
            call(["msgfmt", "--check", "-o", "/dev/null", str(CATALOGUE)], folder=copy)
        except Refusal as refusal:
            print(refusal)
            return 1
    print("\n".join(faults))
    return 1 if faults else 0


def missing(catalogue: Path) -> list[str]:
    """Return a line for each entry with no Spanish, or with a guessed one."""
    entries = [entry for entry in polib.pofile(str(catalogue)) if not entry.obsolete]
    return [
        f"{'guessed' if entry.fuzzy else 'missing'}: {entry.msgid!r}"
        for entry in entries
        if not entry.translated()
    ]


def _copy_sources(copy: Path) -> None:
    ignore = shutil.ignore_patterns("__pycache__", "*.mo")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=ignore)
        else:
            shutil.copy2(source, copy / name)


if __name__ == "__main__":
    sys.exit(main())
