import pytest

from consultancy.selectors.browsers import browser_name

CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Firefox/145.0", "Firefox, Linux"),
        (f"Mozilla/5.0 (Windows NT 10.0; Win64) {CHROME}", "Chrome, Windows"),
        (f"Mozilla/5.0 (Windows NT 10.0) {CHROME} Edg/141.0", "Edge, Windows"),
        (f"Mozilla/5.0 (Linux; Android 16) {CHROME}", "Chrome, Android"),
        (
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0"
                " Mobile/15E148 Safari/604.1"
            ),
            "Safari, iPhone",
        ),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Safari/605", "Safari, Mac"),
        ("curl/8.1", ""),
        ("", ""),
    ],
)
def test_browsers_are_told_apart(told, name):
    assert browser_name(told) == name
