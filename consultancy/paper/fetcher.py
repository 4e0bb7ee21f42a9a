"""The only door to the outside of a page: it opens for what was handed in."""

from collections.abc import Mapping

from weasyprint.urls import URLFetcher, URLFetcherResponse

from .job import Asset

SCHEME = "asset:"


class HandedInOnly(URLFetcher):
    """Serves `asset:NAME` out of a mapping; any other address ends the rendering."""

    def __init__(self, assets: Mapping[str, Asset]) -> None:
        super().__init__(
            timeout=1,
            allowed_protocols=("asset",),
            allow_redirects=False,
            fail_on_errors=True,
        )
        self._assets = assets

    def fetch(
        self, url: str, _headers: Mapping[str, str] | None = None
    ) -> URLFetcherResponse:
        asset = self._assets.get(url.removeprefix(SCHEME))
        if not url.startswith(SCHEME) or asset is None:
            raise ValueError(f"not handed in: {url[:80]}")
        return URLFetcherResponse(url, asset.content, {"Content-Type": asset.mime})
