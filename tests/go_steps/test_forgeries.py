from importlib.util import find_spec

from go_steps.forgeries import MODULE


def test_the_script_is_there() -> None:
    assert find_spec(MODULE) is not None
