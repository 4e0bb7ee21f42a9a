"""./go points takes nothing: what it fits from is what is there."""

import pytest

from go_steps import points
from go_steps.console import Refusal


def test_arguments_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        points.main(["writer_a"])
    assert refused.value.code == 2
