"""No drawer for odds and ends: a file is named after what is in it."""

from tests.house.tree import files

DRAWERS = {"base", "common", "helpers", "misc", "mixins", "services", "utils", "util"}


def test_no_file_or_folder_is_a_drawer() -> None:
    drawers = [
        str(path)
        for path in files()
        if path.suffix == ".py" and DRAWERS & {*path.parts[:-1], path.stem}
    ]
    assert drawers == []
