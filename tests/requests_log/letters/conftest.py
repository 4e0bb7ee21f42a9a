from collections.abc import Iterator

import pytest

from consultancy.paper.render import Renderer


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    """One warm child for all these tests."""
    renderer = Renderer()
    yield renderer
    renderer.close()
