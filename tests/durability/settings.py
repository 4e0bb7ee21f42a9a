"""The tests' settings; $PROMISE, as "WAL FULL", takes the place of SQLite's own."""

import os

from tests.settings import *  # noqa: F403
from tests.settings import DATABASES

ALLOWED_HOSTS = ["testserver"]
if "pool" in DATABASES["default"]["OPTIONS"]:
    DATABASES["default"]["OPTIONS"]["pool"]["timeout"] = 2
if "PROMISE" in os.environ:
    journal, synchronous = os.environ["PROMISE"].split()
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        f"PRAGMA journal_mode={journal};PRAGMA synchronous={synchronous};"
    )
