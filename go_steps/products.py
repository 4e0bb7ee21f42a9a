"""What is built from the sources and kept until they change."""

from pathlib import Path

from go_steps import environment
from go_steps.console import ROOT, call
from go_steps.fingerprint import Stamp, fingerprint

STATIC_SOURCES = (ROOT / "static", environment.RUN_REQUIREMENTS)
# What no page asks for: other builds of Bootstrap and htmx, and the fonts that only
# the paper reads. Compressing them would take longer than all the rest.
UNUSED_STATIC = (
    "*.ttf",
    *("bootstrap-*", "bootstrap.css*", "bootstrap.js*", "bootstrap.min.js*"),
    *("bootstrap.bundle.js*", "*.rtl.*", "*.esm.*", "htmx-4*"),
)


def manage_all(commands: list[str], *, env: dict[str, str]) -> None:
    """Run management commands one after the other, Django started only once."""
    call([str(environment.PYTHON), "-m", "go_steps.prepare", *commands], env=env)


def make_texts(*, env: dict[str, str]) -> None:
    """Compile the translations whose catalogue changed."""
    manage_all(["compile_translations"], env=env)


class StaticFiles:
    """The collected, compressed files; their stamp lies beside them."""

    def __init__(self, data_dir: Path) -> None:
        ignored = " ".join(f"--ignore '{pattern}'" for pattern in UNUSED_STATIC)
        self.command = f"collectstatic --noinput --clear --verbosity 0 {ignored}"
        self._made_from = fingerprint(STATIC_SOURCES, also=ignored)
        self._manifest = data_dir / "static" / "staticfiles.json"
        self._stamp = Stamp(data_dir / "static.stamp")

    def are_current(self) -> bool:
        """Say whether they are there and made from the sources as they are."""
        return self._manifest.exists() and self._stamp.says(self._made_from)

    def note(self) -> None:
        """Write down that they are whole now."""
        self._stamp.write(self._made_from)
