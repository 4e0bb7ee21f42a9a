from typing import Any

import pytest
from django.urls import reverse


@pytest.fixture
def visit(bruno: Any, browser_of: Any) -> Any:
    """Open or send one of a request's pages as Marta."""
    browser = browser_of(bruno.consultant)

    def visit(name: str, request: Any, data: Any = None) -> Any:
        address = reverse(f"requests_log:request_{name}", args=[request.pk])
        return browser.get(address) if data is None else browser.post(address, data)

    return visit
