"""Words that look like code, in every field of the whole journey: they stay words."""

import html

import pytest
from django.urls import reverse

from consultancy.models import Document
from requests_log.models import ClientRequest

MARKUP = '<script>alert(1)</script> "><img src=x onerror=alert(2)>'
TEMPLATE = "{{ 7|add:42 }} {% load i18n %} %s %(name)s {0.__class__} ${7*7}"
TURNED = "factura\u202egpj.exe"
LETTERS = "مرحبا 你好 한국어 👩🏽‍🚀 Z̷̢̧̛a̵l̶g̴o̷ ﬁ"


@pytest.fixture
def play(bruno, browser_of):
    """Play a request to its outcome with WORDS wherever words may stand."""
    web = browser_of(bruno.consultant)

    def send(name, data, *args):
        address = reverse(f"requests_log:request_{name}", args=args)
        response = web.post(address, data)
        assert response.status_code == 302, (name, response.context["form"].errors)
        return response

    def play(words):
        text = f"Cómprame 5.000 seguidores {words}"
        send("new", {"text": text, "client": bruno.pk, "channel": "whatsapp"})
        pk = ClientRequest.objects.get().pk
        verdict = {
            "verdict": "bad_practice",
            "reason": f"Lo sé por otros clientes: {words}",
            "own_rule": "fake_engagement",
        }
        send("verdict", verdict, pk)
        advice = {
            "because_needs": words,
            "consequences": words,
            "alternatives": words,
            "reply": words,
        }
        send("recommend", advice, pk)
        send("send", {"channel": "email", "words": words}, pk)
        reply = {"kind": "ask", "words": words, "channel": "phone"}
        send("reply", reply, pk)
        answer = {"outcome": "overrides", "by_name": "Bruno", "channel": "phone"}
        send("decide", answer | {"words": f"Lo quiero igual, {words}"}, pk)
        reason = {"reason": f"Lo anoté mal, {words}", "words": f"Que sí, {words}"}
        send("correct", answer | reason, pk)
        outcome = {
            "sequel": "not_done",
            "assessment": "unclear",
            "happened_on": "2026-11-20",
            "currency": "EUR",
            "words": words,
        }
        send("outcome", outcome, pk)
        return web.get(reverse("requests_log:request_detail", args=[pk]))

    return play


@pytest.mark.parametrize("words", [MARKUP, TEMPLATE, LETTERS])
def test_words_are_shown_as_they_were_written(play, words):
    page = play(words).content.decode()
    assert html.escape(words) in page
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
    assert " 49" not in page


@pytest.mark.parametrize("words", [MARKUP, TEMPLATE, TURNED, LETTERS])
def test_their_letters_are_signed(play, words):
    play(words)
    assert {letter.status for letter in Document.objects.all()} == {"issued"}
    assert Document.objects.count() == 2


def test_what_turns_the_words_round_is_shown_by_its_number(play):
    page = play(TURNED).content.decode()
    assert "factura[U+202E]gpj.exe" in page
    assert ClientRequest.objects.get().text.endswith(TURNED)


@pytest.mark.parametrize("name", [TURNED, "Ana\u200bB", "Ana\x00", "\u2066Ana"])
def test_a_name_that_turns_or_hides_letters_is_refused(bruno, browser_of, name):
    response = browser_of(bruno.consultant).post(
        reverse("client_new"),
        {
            "name": name,
            "contact_name": "Ana",
            "language": "es",
            "address_form": "tu",
        },
    )
    assert response.status_code == 422


def test_two_ways_to_write_a_letter_are_one(bruno, browser_of):
    web = browser_of(bruno.consultant)
    address = reverse("requests_log:request_new")
    web.post(
        address, {"text": "man\u0303ana", "client": bruno.pk, "channel": "whatsapp"}
    )
    assert ClientRequest.objects.get().text == "ma\u00f1ana"
