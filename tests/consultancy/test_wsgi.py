"""The web server's door stays shut over tables of another version."""

import os
import sqlite3
import subprocess
import sys

import pytest

from go_steps.console import ROOT

OPEN = [sys.executable, "-c", "import consultancy.wsgi"]


@pytest.fixture
def start(tmp_path):
    env = {name: text for name, text in os.environ.items() if name != "DATABASE_URL"}
    env |= {"DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "tests.settings"}

    def start(*argv):
        done = subprocess.run(
            argv, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120
        )
        return done.returncode, done.stderr.splitlines()[-1:]

    return start


def test_it_opens_over_tables_that_fit_alone(start, tmp_path):
    code, said = start(*OPEN)
    assert code
    assert "not migrated" in said[0]
    assert start(sys.executable, "manage.py", "migrate", "--verbosity=0")[0] == 0
    assert start(*OPEN)[0] == 0
    with sqlite3.connect(tmp_path / "db.sqlite3") as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied)"
            " VALUES ('consultancy', '9999_later', CURRENT_TIMESTAMP)"
        )
    code, said = start(*OPEN)
    assert code
    assert "newer version" in said[0]
