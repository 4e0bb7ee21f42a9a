"""Rows of before get what rows of today are written with."""

from datetime import timedelta
from importlib import import_module

from django.apps import apps

from consultancy.models import Document
from consultancy.paper.errors import RenderError
from requests_log.actions.record_decision import record_decision
from requests_log.models import ClientRequest
from tests.people import NOW, advise, answer, make_advised, make_request, send_advice


def test_channels_are_copied_from_the_messages(bruno):
    request = make_request(bruno)
    ClientRequest.objects.update(channel="")
    module = import_module("requests_log.migrations.0002_request_channel")
    module.copy_channels(apps, None)
    request.refresh_from_db()
    assert request.channel == "whatsapp"


def test_every_request_gets_its_words(bruno, monkeypatch):
    requests = [make_request(bruno) for _ in range(5)]
    ClientRequest.objects.update(search_text="")
    module = import_module("requests_log.migrations.0003_search_text")
    monkeypatch.setattr(module, "AT_A_TIME", 2)
    module.fill(apps, None)
    filled = set(ClientRequest.objects.values_list("search_text", flat=True))
    assert filled == {requests[0].search_text}


def test_letters_learn_whom_they_are_about(bruno, monkeypatch):
    def no_renderer(*_args, **_kwargs):
        raise RenderError(RenderError.BUSY)

    monkeypatch.setattr("consultancy.actions.issue_document.render", no_renderer)
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    Document.objects.update(client=None)
    module = import_module("requests_log.migrations.0005_clients")
    module.fill(apps, None)
    assert Document.objects.get().client == bruno


def test_what_was_sent_before_there_were_reminders_is_due(bruno):
    sent, unsent, rewritten = (make_advised(bruno) for _ in range(3))
    send_advice(sent)
    send_advice(rewritten)
    advise(rewritten)
    ClientRequest.objects.update(due_at=None)
    module = import_module("requests_log.migrations.0009_due_of_what_was_sent")
    module.set_due(apps, None)
    due = dict(ClientRequest.objects.values_list("pk", "due_at"))
    expected = NOW + timedelta(days=2)
    assert due == {sent.pk: expected, unsent.pk: None, rewritten.pk: None}
