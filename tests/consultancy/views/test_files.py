from io import BytesIO
from pathlib import Path

import pytest
from django.urls import reverse
from PIL import Image

from consultancy.actions.keep_file import Upload, keep_file
from consultancy.web.media_types import media_type_of
from tests.people import NOW

PICTURE = BytesIO()
Image.new("RGB", (4, 3), "red").save(PICTURE, "PNG")
PNG = PICTURE.getvalue()
ACTIVE = b"<html><script>alert(1)</script></html>"


@pytest.fixture
def fetch(marta, browser_of):
    def fetch(name, content, *, reader=marta, **query):
        upload = Upload(name, media_type_of(content), content)
        fetch.file = keep_file(marta, upload=upload, at=NOW)
        return browser_of(reader).get(reverse("kept_file", args=[fetch.file.pk]), query)

    return fetch


def test_a_picture_is_shown(fetch):
    response = fetch("captura.png", PNG)
    assert response["Content-Type"] == "image/png"
    assert response["Content-Disposition"].startswith("inline")
    assert b"".join(response.streaming_content) == PNG


@pytest.mark.parametrize("name", ["a.html", "a.svg", "a.xml", "a.js", "a.pdf"])
def test_what_a_browser_might_run_is_only_handed_out(fetch, name):
    response = fetch(name, ACTIVE)
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("content", [PNG + ACTIVE, ACTIVE, b"%PDF-1.7"])
def test_nothing_handed_out_may_act(fetch, content):
    response = fetch("captura.png", content)
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-store"


def test_a_picture_with_a_page_behind_it_is_a_picture(fetch):
    assert fetch("captura.html", PNG + ACTIVE)["Content-Type"] == "image/png"


def test_a_name_beyond_ascii_is_written_as_the_standard_says(fetch):
    header = fetch("año «1».png", PNG, download="")["Content-Disposition"]
    assert header == "attachment; filename*=utf-8''a%C3%B1o%20%C2%AB1%C2%BB.png"


def test_another_consultant_s_file_does_not_exist(fetch, nadia):
    assert fetch("captura.png", PNG, reader=nadia).status_code == 404


def test_a_file_swapped_on_the_disk_is_refused_aloud(fetch, browser_of, marta):
    fetch("captura.png", PNG)
    Path(fetch.file.file.path).write_bytes(b"swapped")
    response = browser_of(marta).get(reverse("kept_file", args=[fetch.file.pk]))
    assert response.status_code == 500
    assert b"swapped" not in response.content
