"""Bootstrap comes from a package of one maintainer, so its bytes are pinned."""

import hashlib
from pathlib import Path

import bootstrap_wrapper

# The same bytes as dist/css/bootstrap.min.css of Bootstrap's own release 5.3.8.
SHA256 = "d85327d99c7a3ee1f9b5d0500d1370acea3ad2db39c163c2f51f232baedbdede"


def test_the_stylesheet_is_bootstraps_own() -> None:
    sheet = Path(bootstrap_wrapper.get_bootstrap_dir()) / "css" / "bootstrap.min.css"
    assert hashlib.sha256(sheet.read_bytes()).hexdigest() == SHA256
