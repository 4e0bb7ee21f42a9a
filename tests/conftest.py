"""What every test may lean on: the two practices, and a ledger that can be emptied."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connections
from django.db.backends.base.operations import BaseDatabaseOperations
from django.test import Client as Browser

from consultancy.ledger import triggers
from consultancy.models import Client, Consultant
from consultancy.translations import compile_catalogues
from tests.people import make_client, make_consultant, make_strategy


def pytest_configure(config: pytest.Config) -> None:
    compile_catalogues()


@pytest.fixture(autouse=True)
def files_of_this_test(tmp_path: Any, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.ERASURES_FILE = tmp_path / "erasures.jsonl"


@pytest.fixture(autouse=True)
def nothing_counted_yet() -> None:
    cache.clear()


@pytest.fixture(scope="session", autouse=True)
def ledger_can_be_emptied() -> Iterator[None]:
    """Let Django empty the tables after tests that commit: only then, only in tests."""
    flush = BaseDatabaseOperations.execute_sql_flush

    def flush_without_triggers(self: Any, statements: list[str]) -> None:
        triggers.remove(self.connection)
        try:
            flush(self, statements)
        finally:
            triggers.install(self.connection)

    BaseDatabaseOperations.execute_sql_flush = flush_without_triggers
    yield
    BaseDatabaseOperations.execute_sql_flush = flush


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """Put SQLite's tables into a file when browsers play, as in practice.

    In memory all threads of a live server share one connection: what one request
    reads locks what another writes, and their transactions are one.
    """
    default = connections["default"]
    live = any("live_server" in item.fixturenames for item in request.session.items)
    if live and default.vendor == "sqlite":
        folder = tmp_path_factory.mktemp("database")
        default.settings_dict["TEST"]["NAME"] = str(folder / "tests.sqlite3")
        default.settings_dict["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"


@pytest.fixture
def marta(db: None) -> Consultant:
    return make_consultant()


@pytest.fixture
def nadia(db: None) -> Consultant:
    """Another consultant of the same installation."""
    return make_consultant("Nadia Ferri", "nadia@example.com")


@pytest.fixture
def bruno(marta: Consultant) -> Client:
    """Marta's client who overrides, with a strategy agreed."""
    client = make_client(marta)
    make_strategy(client)
    return client


@pytest.fixture
def browser_of() -> Any:
    """Return a test client signed in as a consultant."""

    def browser_of(consultant: Consultant) -> Browser:
        browser = Browser()
        browser.force_login(consultant.user)
        return browser

    return browser_of


@pytest.fixture
def english(bruno: Client, browser_of: Any) -> Browser:
    """Marta's browser; she reads in English."""
    bruno.consultant.user.language = "en"
    bruno.consultant.user.save()
    browser: Browser = browser_of(bruno.consultant)
    return browser
