import pytest
from django.db import connection

from tests.durability.practice import practice


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """A folder with a practice on SQLite, to begin from a copy of; empty on others."""
    folder = tmp_path_factory.mktemp("prepared")
    if connection.vendor == "sqlite":
        with practice(folder):
            pass
    return folder
