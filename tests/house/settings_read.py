"""The names that the settings read from the environment, found in their source."""

import ast

from go_steps.console import ROOT

SHELL = ("env.py", "settings.py", "settings_timestamps.py", "databases.py")


def settings_read() -> set[str]:
    """Return every variable an installation may set."""
    found: set[str] = set()
    for name in SHELL:
        tree = ast.parse((ROOT / "consultancy" / name).read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                found |= _read_by(node)
    return found


def _read_by(node: ast.Call) -> set[str]:
    first = node.args[0] if node.args else None
    if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return set()
    match node.func:
        case ast.Attribute(value=ast.Name(id="env")):
            return {first.value}
        case ast.Name(id="secret"):
            return {first.value, f"{first.value}_FILE"}
    return set()
