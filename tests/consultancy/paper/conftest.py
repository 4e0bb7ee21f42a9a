"""A small page, a key to sign it with, and the signed file."""

from collections.abc import Iterator

import pytest

from consultancy.paper.render import Renderer
from consultancy.paper.sign import sign

from .pages import NOW, Keys, make_job, make_keys


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    """One warm child for all these tests."""
    renderer = Renderer()
    yield renderer
    renderer.close()


@pytest.fixture(scope="session")
def keys() -> Keys:
    return make_keys()


@pytest.fixture(scope="session")
def unsigned(renderer: Renderer) -> bytes:
    return renderer.render(make_job())


@pytest.fixture(scope="session")
def signed(unsigned: bytes, keys: Keys) -> bytes:
    return sign(unsigned, key=keys.consultant, reason="Written", at=NOW)
