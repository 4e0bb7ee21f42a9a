import uuid
from datetime import timedelta

import pytest

from consultancy.models import Contact
from consultancy.selectors.clients import main_contact
from requests_log.actions.log_request import Incoming, log_request
from requests_log.errors import AlreadyMoved
from requests_log.models import ClientRequest, Message
from tests.people import BUYS_FOLLOWERS, NOW, WANTS_TIKTOK, make_request


def incoming(**changes):
    told = {
        "text": BUYS_FOLLOWERS,
        "channel": "whatsapp",
        "sent_by": None,
        "happened_at": NOW,
        "wanted_on": None,
        "submission": uuid.uuid4(),
    }
    return Incoming(**(told | changes))


def test_the_words_are_kept_as_they_came(bruno):
    text = "Oye:\n  pon «esto»… 🙂\n\n"
    request = log_request(bruno, incoming=incoming(text=text), today=NOW.date(), at=NOW)
    assert request.message.text == text
    assert request.text == text


def test_the_findings_quote_the_words_that_fired_them(bruno):
    request = make_request(bruno, BUYS_FOLLOWERS)
    finding = request.triage.findings.get(rule="fake_engagement")
    quotes = [request.text[start:end] for start, end in finding.spans]
    assert any("seguidores" in quote for quote in quotes)


def test_an_off_strategy_finding_names_the_strategy_line(bruno):
    request = make_request(bruno, WANTS_TIKTOK)
    finding = request.triage.findings.get(rule="channel")
    assert finding.strategy_field == "channels_excluded"
    assert "tiktok" in finding.strategy_line.casefold()
    assert request.triage.strategy.number == 1


def test_the_rule_s_words_of_today_are_frozen_in_the_finding(bruno):
    finding = make_request(bruno).triage.findings.first()
    assert set(finding.title) == {"es", "en"}
    assert all(finding.why.values())


def test_the_same_form_sent_twice_is_one_request(bruno):
    once = incoming()
    first = log_request(bruno, incoming=once, today=NOW.date(), at=NOW)
    again = log_request(
        bruno, incoming=once, today=NOW.date(), at=NOW + timedelta(seconds=1)
    )
    assert first.pk == again.pk
    assert (Message.objects.count(), ClientRequest.objects.count()) == (1, 1)


def test_what_happened_earlier_keeps_both_times(bruno):
    earlier = NOW - timedelta(days=2)
    request = log_request(
        bruno, incoming=incoming(happened_at=earlier), today=NOW.date(), at=NOW
    )
    assert request.message.happened_at == request.received_at == earlier
    assert request.message.recorded_at == NOW


@pytest.mark.django_db(transaction=True)
def test_a_sender_taken_out_at_that_moment_is_told(bruno):
    sender = main_contact(bruno)
    Contact.objects.filter(pk=sender.pk).delete()
    told = incoming(sent_by=sender)
    with pytest.raises(AlreadyMoved):
        log_request(bruno, incoming=told, today=NOW.date(), at=NOW)
    assert not Message.objects.exists()
