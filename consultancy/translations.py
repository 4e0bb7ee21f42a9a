"""Compiled message catalogues, made from the .po files without GNU gettext."""

from pathlib import Path

import polib
from django.conf import settings


def catalogues() -> list[Path]:
    """Return every .po file of the project."""
    return sorted(
        path for folder in settings.LOCALE_PATHS for path in Path(folder).rglob("*.po")
    )


def stale_catalogues() -> list[Path]:
    """Return the .po files that have no .mo, or an older one."""
    return [path for path in catalogues() if _is_stale(path)]


def compile_catalogues() -> list[Path]:
    """Write the missing and older .mo files, and return their .po files."""
    stale = stale_catalogues()
    for path in stale:
        # Aside first: a server that starts meanwhile must not read half a file.
        aside = path.with_suffix(".mo.new")
        polib.pofile(str(path)).save_as_mofile(str(aside))
        aside.replace(path.with_suffix(".mo"))
    return stale


def _is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return (
        not compiled.exists() or compiled.stat().st_mtime_ns < path.stat().st_mtime_ns
    )
