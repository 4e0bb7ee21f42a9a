import pytest

from consultancy.paper.fetcher import HandedInOnly
from consultancy.paper.job import Asset

LOGO = Asset(b"picture", "image/png")


def test_it_serves_what_was_handed_in() -> None:
    response = HandedInOnly({"logo": LOGO}).fetch("asset:logo")
    assert (response.read(), response.content_type) == (b"picture", "image/png")


@pytest.mark.parametrize(
    "url",
    [
        "logo",
        "asset:",
        "asset:other",
        "asset:../logo",
        "ASSET:logo",
        "file:///etc/passwd",
        "http://127.0.0.1/",
        "http://169.254.169.254/",
        "data:text/plain,x",
        "ftp://127.0.0.1/x",
    ],
)
def test_it_opens_for_nothing_else(url: str) -> None:
    with pytest.raises(ValueError, match="not handed in"):
        HandedInOnly({"logo": LOGO}).fetch(url)
