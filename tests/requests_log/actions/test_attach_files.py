import uuid

import pytest

from consultancy.actions.keep_file import Upload, keep_file
from consultancy.errors import FilesGone
from consultancy.models import LedgerEntry
from requests_log.actions.attach_files import attach_files
from requests_log.actions.log_request import log_request
from requests_log.models import Attachment, ClientRequest
from requests_log.selectors.attachments import files_of
from tests.people import BUYS_FOLLOWERS, NOW, WANTS_TIKTOK, make_advised, make_request
from tests.requests_log.actions.test_log_request import incoming
from tests.requests_log.actions.test_split_request import MESSAGE, split


def keep(marta, name="captura.png"):
    return keep_file(marta, upload=Upload(name, "image/png", name.encode()), at=NOW)


def attach(request, *files, submission=None):
    attach_files(request, files=files, submission=submission or uuid.uuid4(), at=NOW)


def entries(kind):
    return LedgerEntry.objects.filter(kind=kind)


def test_files_are_named_in_the_ledger_by_what_is_in_them(marta, bruno):
    request, file = make_advised(bruno), keep(marta)
    attach(request, file)
    entry = entries("attach_files").get()
    assert entry.subject == f"request:{request.pk}"
    assert entry.payload.content == {"files": [file.facts]}
    file.refresh_from_db()
    assert file.used_at == NOW
    assert files_of(request).asked == [file]


def test_the_same_form_sent_twice_adds_its_files_once(marta, bruno):
    request, once = make_request(bruno), uuid.uuid4()
    attach(request, keep(marta), submission=once)
    attach(request, keep(marta), submission=once)
    assert (Attachment.objects.count(), entries("attach_files").count()) == (1, 1)


def test_a_file_in_use_is_refused_and_nothing_is_entered(marta, bruno):
    request, file = make_request(bruno), keep(marta)
    attach(request, file)
    with pytest.raises(FilesGone):
        attach(request, keep(marta, "b.png"), file)
    assert (Attachment.objects.count(), entries("attach_files").count()) == (1, 1)


def test_what_came_with_a_message_is_in_the_entry_that_logs_it(marta, bruno):
    file = keep(marta)
    told = incoming(files=(file,))
    request = log_request(bruno, incoming=told, today=NOW.date(), at=NOW)
    assert entries("log_request").get().payload.content["files"] == [file.facts]
    assert files_of(request).asked == [file]


def test_every_part_of_a_message_shows_what_came_with_it(marta, bruno):
    came = keep(marta)
    told = incoming(text=MESSAGE, files=(came,))
    request = log_request(bruno, incoming=told, today=NOW.date(), at=NOW)
    first, second = split(request, BUYS_FOLLOWERS, WANTS_TIKTOK)
    later = keep(marta, "b.png")
    attach(second, later)
    assert files_of(first).asked == [came]
    assert files_of(second).asked == [came, later]


def test_a_message_whose_file_is_gone_is_not_logged(marta, bruno):
    file = keep(marta)
    attach(make_request(bruno), file)
    told = incoming(files=(file,))
    with pytest.raises(FilesGone):
        log_request(bruno, incoming=told, today=NOW.date(), at=NOW)
    assert ClientRequest.objects.count() == 1
