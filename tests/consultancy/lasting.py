"""A practice whose letters are stamped by a clock with a real chain above it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from consultancy.models import Client, Document
from requests_log.actions.record_decision import record_decision
from tests.consultancy.paper.fake_issuers import Issuers, fake_issuers
from tests.consultancy.paper.fake_tsa import fake_tsa
from tests.people import NOW, answer, make_advised


@contextmanager
def real_chain(settings: Any, folder: Path) -> Iterator[Issuers]:
    """Serve both, and let the settings name them."""
    with fake_issuers() as issuers, fake_tsa() as tsa:
        tsa.does = "chain"
        roots = folder / "roots.pem"
        roots.write_text(issuers.people["Time Root"].pem)
        settings.TSA_URL, settings.TSA_CERTIFICATES = tsa.url, roots
        settings.REVOCATION_HOSTS = ["127.0.0.1"]
        yield issuers


def issued(client: Client) -> Document:
    document = record_decision(make_advised(client), answer=answer(), at=NOW).document
    assert document is not None
    return document
