"""Rooms stay small enough to be read in one go."""

import ast

from tests.house.tree import APPS, python_files, text

LINES_OF_A_FILE = 250
LINES_OF_A_FUNCTION = 40


def test_no_file_is_too_long() -> None:
    lengths = {str(path): text(path).count("\n") for path in python_files(*APPS)}
    long = {name: lines for name, lines in lengths.items() if lines > LINES_OF_A_FILE}
    assert long == {}


def test_no_function_is_too_long() -> None:
    long = {
        f"{path}:{node.lineno} {node.name}": lines
        for path in python_files(*APPS)
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LINES_OF_A_FUNCTION
    }
    assert long == {}
