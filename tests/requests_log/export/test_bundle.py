"""Everything of one consultant: whole, readable, and nothing of anybody else."""

import csv
import io
import json
import re
import uuid
import zipfile

import pytest
from django.test import Client as Browser
from django.urls import reverse

from consultancy.actions.keep_file import Upload, keep_file
from consultancy.actions.note_on_client import note_on_client
from consultancy.models import KeptFile, LedgerEntry, LedgerHead
from consultancy.safekeeping.archive import open_archive
from requests_log.actions.attach_files import attach_files
from requests_log.actions.erase_client import erase_client
from requests_log.actions.record_decision import record_decision
from requests_log.export.bundle import bundle_of
from requests_log.selectors.stores import STORES
from tests.people import NOW, answer, make_advised, make_client, make_request, prove

CANARY = "canarioamarillo"
HOSTILE = '=1+1 <script>alert(1)</script> "><img src=x> {{ 7|add:7 }}\u2028 fin'


@pytest.fixture
def full(bruno):
    """Marta's practice with something everywhere."""
    prove(bruno.strategies.get())
    note_on_client(bruno, text=f"Nota {HOSTILE}", submission=uuid.uuid4(), at=NOW)
    request = make_advised(bruno, f"Cómprame 5.000 seguidores {HOSTILE}")
    upload = Upload("../acta ñ.html", "text/html", b"<script>")
    file = keep_file(bruno.consultant, upload=upload, at=NOW)
    attach_files(request, files=[file], submission=uuid.uuid4(), at=NOW)
    record_decision(request, answer=answer(), at=NOW)
    return bruno.consultant


def taken(consultant):
    """Return the zip's files by name, after reading it as a stranger's."""
    whole = b"".join(bundle_of(consultant, at=NOW))
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_it_is_one_sound_archive(full, tmp_path):
    file = tmp_path / "all.zip"
    file.write_bytes(b"".join(bundle_of(full, at=NOW)))
    with open_archive(file) as archive:
        archive.verify()
        head = LedgerHead.objects.get()
        assert archive.manifest["head"] == {"seq": head.seq, "hash": head.hash}
        assert archive.manifest["missing"] == []


def test_every_table_letter_and_file_is_in_it(full):
    files = taken(full)
    assert files["letters/2026-0001.pdf"].startswith(b"%PDF")
    assert len([name for name in files if name.startswith("files/")]) == 2
    kept = KeptFile.objects.get(media_type="text/html")
    assert files[f"files/{kept.pk}-.._acta_.html"] == b"<script>"
    for store in STORES:
        rows = store.of_consultant(full).count()
        name = f"data/{store.model.__name__}.json"
        if name in files:
            assert len(json.loads(files[name])) == rows, name
    assert len(files["ledger.jsonl"].splitlines()) >= LedgerEntry.objects.count()
    assert json.loads(files["data/Decision.json"])[0]["proofs"] == []
    assert json.loads(files["data/StrategyVersion.json"])[0]["proof"]


def test_no_secret_is_in_it(full, settings):
    everything = b"".join(taken(full).values())
    user = full.user
    key = full.signing_keys.get()
    for secret in (user.password.encode(), bytes(key.wrapped), settings.SIGNING_SECRET):
        told = secret if isinstance(secret, bytes) else secret.encode()
        assert told not in everything
    assert b"is_superuser" not in everything


def test_no_row_or_file_of_anybody_else_is_in_it(full, nadia):
    other = make_client(nadia, f"Cliente {CANARY}")
    note_on_client(other, text=CANARY, submission=uuid.uuid4(), at=NOW)
    request = make_request(other, f"Sube un vídeo {CANARY}")
    upload = Upload(f"{CANARY}.txt", "text/plain", CANARY.encode())
    file = keep_file(nadia, upload=upload, at=NOW)
    attach_files(request, files=[file], submission=uuid.uuid4(), at=NOW)
    assert CANARY.encode() in b"".join(taken(nadia).values())
    files = taken(full)
    whole = b"".join(files.values()) + "".join(files).encode()
    assert CANARY.encode() not in whole
    assert str(nadia.public_id).encode() not in whole
    assert b"nadia@example" not in whole


def test_pages_are_read_without_the_app(full):
    files = taken(full)
    pages = [name for name in files if name.endswith(".html") and "files/" not in name]
    assert len(pages) == 2
    for name in pages:
        page = files[name].decode()
        assert '<html lang="es">' in page
        assert "<script" not in page
        assert "<img" not in page
        assert "http" not in page
        assert "viewport" in page
        folder = name.rpartition("/")[0]
        for address in re.findall(r'href="([^"#]+)"', page):
            aim = address.removeprefix("../") if folder else address
            assert aim in files, address
    client = next(page for name, page in files.items() if name.startswith("clients/"))
    assert "&lt;script&gt;" in client.decode()
    assert "TikTok" in client.decode()  # left out by the strategy
    assert "fake_engagement" not in client.decode()  # a code for nobody to read
    assert client.decode().rstrip().endswith("</html>")


def test_the_language_is_the_consultants_own(full):
    full.user.language = "en"
    full.user.save()
    assert b"Everything that is yours" in taken(full)["index.html"]


def test_no_spreadsheet_runs_what_is_in_a_table(full):
    text = taken(full)["tables/requests.csv"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert len(rows) == 2
    make_client(full, "=HYPERLINK(1)")
    text = taken(full)["tables/clients.csv"].decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text


def test_what_was_erased_is_not_in_it_nor_what_is_kept_as_evidence(full, bruno):
    erase_client(bruno, ground="requested", today=NOW.date(), at=NOW)
    files = taken(full)
    whole = b"".join(content for name, content in files.items() if "verify" not in name)
    assert b"seguidores" not in whole
    assert "Ferretería".encode() not in whole
    assert not [name for name in files if name.startswith(("letters/", "files/"))]


def test_a_file_that_is_gone_is_told(full):
    kept = KeptFile.objects.get(media_type="text/html")
    kept.file.storage.delete(kept.file.name)
    manifest = json.loads(taken(full)["manifest.json"])
    assert manifest["missing"] == [f"files/{kept.pk}-.._acta_.html"]


def test_it_is_made_piece_by_piece(full, django_assert_max_num_queries):
    upload = Upload("grande.bin", "application/octet-stream", b"\x01\x02" * 4_000_000)
    file = keep_file(full, upload=upload, at=NOW)
    assert file.size == 8_000_000
    largest = max(len(piece) for piece in bundle_of(full, at=NOW))
    assert largest < 3_000_000


def test_the_page_sends_it_and_enters_that(full, browser_of):
    browser = browser_of(full)
    address = reverse("requests_log:everything")
    assert browser.get(address).status_code == 405
    response = browser.post(address)
    assert response["Content-Disposition"].startswith('attachment; filename="por-esc')
    whole = b"".join(response)
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        assert packed.testzip() is None
    assert LedgerEntry.objects.filter(kind="everything_taken").count() == 1


def test_what_is_one_s_own_can_be_taken_in_read_only(full, browser_of, settings):
    settings.SIGNING_SECRET = ""
    response = browser_of(full).post(reverse("requests_log:everything"))
    assert b"".join(response).startswith(b"PK")


def test_nobody_takes_anything_without_signing_in(full):
    assert Browser().post(reverse("requests_log:everything")).status_code == 302
