"""What the client answers, through its pages."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from consultancy.models import Document, KeptFile
from requests_log.actions.record_decision import record_decision
from requests_log.models import ClientRequest, Decision
from tests.people import NOW, answer, make_advised, send_advice

PICTURE = BytesIO()
Image.new("RGB", (4, 3), "red").save(PICTURE, "PNG")


@pytest.fixture
def visit(bruno, browser_of):
    """Open or send one of a request's pages as Marta."""
    browser = browser_of(bruno.consultant)

    def visit(name, request, data=None):
        address = reverse(f"requests_log:request_{name}", args=[request.pk])
        return browser.get(address) if data is None else browser.post(address, data)

    return visit


OVERRIDE = {
    "outcome": "overrides",
    "words": "La feria es en dos semanas y no quiero esperar más.",
    "by_name": "Bruno Peña",
    "channel": "phone",
}


def a_picture():
    return SimpleUploadedFile("captura.png", PICTURE.getvalue())


def test_a_proof_survives_a_refused_form_and_is_kept_with_the_decision(bruno, visit):
    request = make_advised(bruno)
    refused = visit("decide", request, OVERRIDE | {"words": "", "uploads": a_picture()})
    assert refused.status_code == 422
    (held,) = KeptFile.objects.all()
    assert f'value="{held.pk}"' in refused.content.decode()
    assert visit("decide", request, OVERRIDE | {"held": [held.pk]}).status_code == 302
    assert list(Decision.objects.get().proofs.all()) == [held]
    assert "captura.png" in visit("detail", request).content.decode()


def test_a_decision_is_corrected_with_a_reason(bruno, visit):
    request = make_advised(bruno)
    record_decision(request, answer=answer(), at=NOW)
    form = visit("correct", request).context["form"]
    assert form.initial["words"] == answer().words
    told = OVERRIDE | {"outcome": "follows", "reason": "Lo entendí mal por teléfono."}
    assert visit("correct", request, told | {"reason": ""}).status_code == 422
    assert visit("correct", request, told).status_code == 302
    page = visit("detail", request).content.decode()
    assert "2026-0002" in page
    assert "2026-0001" in page
    assert "Lo entendí mal por teléfono." in page


def test_a_question_is_noted_and_asked_to_be_answered(bruno, visit):
    request = make_advised(bruno)
    send_advice(request)
    told = {"kind": "ask", "words": "¿Y con 1.000?", "channel": "phone"}
    assert visit("reply", request, told).status_code == 302
    page = visit("detail", request).content.decode()
    assert "¿Y con 1.000?" in page
    assert "Waiting for the client" not in page
    assert 'stage-advised">Por contestar' in page or 'stage-advised">To answer' in page
    assert "¿Y con 1.000?" in visit("send", request).content.decode()
    refused = visit("unanswered", request, {})
    assert refused.status_code == 422
    assert ClientRequest.objects.get().stage == "advised"


def test_silence_is_put_in_writing_once(bruno, visit):
    request = make_advised(bruno)
    assert visit("unanswered", request, {}).status_code == 422
    send_advice(request)
    assert visit("unanswered", request, {}).status_code == 302
    assert visit("unanswered", request, {}).status_code == 422
    assert Document.objects.get().kind == "not_answered"
    assert "2026-0001" in visit("detail", request).content.decode()


def test_a_decision_is_confirmed_in_writing_on_request(bruno, visit):
    request = make_advised(bruno)
    record_decision(request, answer=answer("follows"), at=NOW)
    assert visit("confirmation", request, {}).status_code == 302
    assert visit("confirmation", request, {}).status_code == 422
    assert Document.objects.get().kind == "decision_confirmation"


@pytest.mark.parametrize("name", ["correct", "confirmation"])
def test_without_a_decision_there_is_nothing_to_correct_or_confirm(bruno, visit, name):
    assert visit(name, make_advised(bruno)).status_code == 404


def test_a_form_from_before_another_tab_moved_on_is_told_so(bruno, visit):
    request = make_advised(bruno)
    send_advice(request)
    told = OVERRIDE | {"seen": "advised"}
    visit("unanswered", request, {"seen": "advised"})
    stale = visit("decide", request, told)
    assert stale.status_code == 422
    assert OVERRIDE["words"] in stale.content.decode()
    assert (
        visit("decide", request, OVERRIDE | {"seen": "unanswered"}).status_code == 302
    )
