"""Files of every kind, brought when logging and added later."""

import uuid
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from consultancy.models import KeptFile, LedgerEntry
from requests_log.models import Attachment, ClientRequest
from tests.consultancy.web.test_media_types import png_head
from tests.people import BUYS_FOLLOWERS, make_advised, make_request

PICTURE = BytesIO()
Image.new("RGB", (4, 3), "red").save(PICTURE, "PNG")
PNG = PICTURE.getvalue()
ACTIVE = b"<html><script>alert(1)</script></html>"


@pytest.fixture
def browser(bruno, browser_of):
    return browser_of(bruno.consultant)


@pytest.fixture
def add(bruno, browser):
    """Add files to a request as Marta."""

    def add(request, *files, **more):
        address = reverse("requests_log:request_files", args=[request.pk])
        told = {"uploads": list(files), "submission": str(uuid.uuid4())}
        return browser.post(address, told | more)

    return add


@pytest.fixture
def log(bruno, browser):
    """Log a message with files as Marta."""

    def log(*files, **more):
        told = {"text": BUYS_FOLLOWERS, "client": bruno.pk, "channel": "whatsapp"}
        address = reverse("requests_log:request_new")
        return browser.post(address, told | {"uploads": list(files)} | more)

    return log


def a_file(name="captura.png", content=PNG):
    return SimpleUploadedFile(name, content)


def page_of(browser, request):
    address = reverse("requests_log:request_detail", args=[request.pk])
    return browser.get(address).content.decode()


def test_files_brought_when_logging_are_shown_where_the_client_asked(log, browser):
    log(a_file(), a_file("correo.eml", b"From: x"))
    page = page_of(browser, ClientRequest.objects.get())
    picture, mail = KeptFile.objects.order_by("pk")
    assert f'<img src="/files/{picture.pk}/"' in page
    assert "correo.eml" in page
    assert f'<img src="/files/{mail.pk}/"' not in page
    assert all(KeptFile.objects.values_list("used_at", flat=True))


@pytest.mark.parametrize("stage", ["logged", "advised", "closed"])
def test_files_are_added_at_any_stage(bruno, add, browser, stage):
    request = make_advised(bruno)
    ClientRequest.objects.update(stage=stage)
    assert add(request, a_file("prueba.png")).status_code == 302
    assert "prueba.png" in page_of(browser, request)


def test_a_wrong_field_loses_no_file(log, bruno):
    refused = log(a_file(), client="")
    assert refused.status_code == 422
    page = refused.content.decode()
    held = KeptFile.objects.get()
    assert f'name="held" value="{held.pk}"' in page
    assert log(held=[held.pk]).status_code == 302
    assert Attachment.objects.get().file == held


def test_one_form_sent_twice_is_one_request_with_its_files_once(log):
    once = {"submission": str(uuid.uuid4())}
    first, again = log(a_file(), **once), log(a_file(), **once)
    assert first["Location"] == again["Location"]
    assert Attachment.objects.count() == 1


def test_a_form_with_held_files_sent_twice_is_no_mistake(log):
    log(a_file(), client="")
    told = {"held": [KeptFile.objects.get().pk], "submission": str(uuid.uuid4())}
    assert log(**told)["Location"] == log(**told)["Location"]


def test_files_added_twice_with_one_form_are_added_once(bruno, add):
    request, once = make_request(bruno), {"submission": str(uuid.uuid4())}
    assert add(request, a_file(), **once).status_code == 302
    assert add(request, a_file(), **once).status_code == 302
    assert Attachment.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *((f"a.{kind}", ACTIVE) for kind in ("html", "svg", "xml", "js")),
        ("captura.png", PNG + ACTIVE),
        ("captura.png", ACTIVE),
        ("C:\\x\\..\\con", b"x"),
        ("a\x00.pdf", b"%PDF-1.7"),
        (f"{'n' * 300}.png", PNG),
        (".htaccess", b"x"),
        ("\u202egnp.exe", b"MZ"),
        ("bomba.zip", b"PK\x03\x04" + b"\0" * 500),
        ('"><img src=x onerror=alert(1)>.png', PNG),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_hostile_files_are_kept_and_harmless(bruno, add, browser, name, content):
    request = make_request(bruno)
    assert add(request, a_file(name, content)).status_code == 302
    file = KeptFile.objects.get()
    assert file.name
    assert not set(file.name) & set('\x00\u202e/\\<>"')
    page = page_of(browser, request)
    assert "onerror" not in page or "<img src=x" not in page
    handed = browser.get(reverse("kept_file", args=[file.pk]))
    assert handed["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert handed["X-Content-Type-Options"] == "nosniff"
    shown = handed["Content-Disposition"].startswith("inline")
    assert shown == content.startswith(PNG)


@pytest.mark.parametrize(
    ("name", "content"), [("vacio.txt", b""), ("bomba.png", png_head(30_000, 30_000))]
)
def test_an_empty_file_and_a_giant_picture_are_refused_by_name(
    bruno, add, log, name, content
):
    request = make_request(bruno)
    for response in (add(request, a_file(name, content)), log(a_file(name, content))):
        assert response.status_code == 422
        assert name in response.content.decode()
    assert not KeptFile.objects.exists()
    assert ClientRequest.objects.count() == 1


@pytest.mark.parametrize("limit", ["KEPT_FILE_LIMIT", "KEPT_FILES_LIMIT"])
def test_what_there_is_no_room_for_is_refused_and_the_text_stays(log, settings, limit):
    setattr(settings, limit, 10)
    response = log(a_file())
    assert response.status_code == 422
    assert BUYS_FOLLOWERS in response.content.decode()


def test_no_file_at_all_is_asked_for(bruno, add):
    response = add(make_request(bruno))
    assert response.status_code == 422
    assert response.context["form"].errors["uploads"]
    assert not LedgerEntry.objects.filter(kind="attach_files").exists()


def test_another_consultant_s_held_file_cannot_be_added(bruno, nadia, add, browser_of):
    browser_of(nadia).post(reverse("requests_log:request_new"), {"uploads": a_file()})
    theirs = KeptFile.objects.get()
    assert theirs.consultant == nadia
    assert add(make_request(bruno), held=[theirs.pk]).status_code == 422
    assert not Attachment.objects.exists()


def test_without_the_secret_nothing_is_added_and_the_file_is_held(bruno, add, settings):
    request = make_request(bruno)
    settings.SIGNING_SECRET = None
    response = add(request, a_file())
    assert response.status_code == 422
    assert 'name="held"' in response.content.decode()
    assert not Attachment.objects.exists()


def test_no_address_takes_a_named_file_away(bruno, add, browser):
    add(make_request(bruno), a_file())
    file = KeptFile.objects.get()
    for method in ("delete", "put", "patch", "post"):
        getattr(browser, method)(reverse("kept_file", args=[file.pk]))
    assert KeptFile.objects.get().file.read() == PNG


def test_held_files_added_twice_with_one_form_are_no_mistake(bruno, add, settings):
    request, secret = make_request(bruno), settings.SIGNING_SECRET
    settings.SIGNING_SECRET = None
    add(request, a_file())
    settings.SIGNING_SECRET = secret
    held = [KeptFile.objects.get().pk]
    once = {"held": held, "submission": str(uuid.uuid4())}
    assert [add(request, **once).status_code for _ in range(2)] == [302, 302]
    assert Attachment.objects.count() == 1
