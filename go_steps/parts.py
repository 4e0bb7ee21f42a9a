"""Which tests run together. Playwright keeps an event loop running in its process,
where signing and Django's own guard refuse to work: so browsers play apart."""

from pathlib import Path

BROWSER = (Path("tests/browser"), Path("tests/journey"))
# What asks no database, and the files whose judges ask it for one row.
ONE_ENGINE = (
    *(Path("tests/go_steps"), Path("tests/house"), Path("tests/test_go.py")),
    Path("tests/test_conftest.py"),
    *(Path("tests/consultancy/paper"), Path("tests/requests_log/letters")),
    *(Path("tests/requests_log/triage"), Path("tests/triage"), Path("tests/points")),
    *(Path("tests/forgeries"), Path("tests/verapdf")),
)
PARTS = {
    "everything": "what needs no browser, on SQLite",
    "database": "what touches a database, on PostgreSQL",
    "browser": "what plays in a browser",
}


def belongs(path: Path, part: str) -> bool:
    """Say whether a file, or a folder that may hold some, plays in this part.

    The path starts at the project's root.
    """
    if part == "browser":
        return any(
            path.is_relative_to(room) or room.is_relative_to(path) for room in BROWSER
        )
    apart = BROWSER if part == "everything" else BROWSER + ONE_ENGINE
    return not any(path.is_relative_to(room) for room in apart)
