"""The private PostgreSQL answers while it is wanted and leaves nothing behind."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from go_steps import machine, postgres
from go_steps.console import Refusal


@pytest.mark.skipif(machine.postgres_bin() is None, reason="PostgreSQL is not here")
def test_it_answers_inside_the_block_and_is_gone_after_it() -> None:
    with postgres.private_server() as url:
        folder = Path(unquote(urlsplit(url).hostname or ""))
        with psycopg.connect(url.removesuffix(postgres.NAME) + "postgres") as database:
            row = database.execute("SHOW listen_addresses").fetchone()
        assert row == ("",)
        assert folder.stat().st_mode & 0o077 == 0
    assert not folder.exists()


def test_without_its_programs_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "postgres_bin", lambda: None)
    with pytest.raises(Refusal, match="not installed"), postgres.private_server():
        pass
