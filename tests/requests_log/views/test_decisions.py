"""What the client answers, through its pages."""

from dataclasses import replace
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image

from consultancy.actions.write_down import write_down
from consultancy.models import Document, KeptFile, LedgerEntry
from requests_log.actions.recommend import recommend
from requests_log.actions.record_decision import record_decision
from requests_log.models import ClientReply, ClientRequest, Decision, Dispatch
from requests_log.views import decisions
from tests.people import ADVICE, NOW, advise, answer, make_advised, send_advice

PICTURE = BytesIO()
Image.new("RGB", (4, 3), "red").save(PICTURE, "PNG")


OVERRIDE = {
    "outcome": "overrides",
    "words": "La feria es en dos semanas y no quiero esperar más.",
    "by_name": "Bruno Peña",
    "channel": "phone",
}


REPLY = {"kind": "ask", "words": "¿Y con 1.000?", "channel": "phone"}


ANEW = replace(
    ADVICE,
    consequences=("Se pierde el alcance orgánico.",),
    alternatives=("Un sorteo entre quienes ya compran.",),
    reply="Hola, Bruno: lo he pensado mejor.",
)


def rewrite(request):
    recommend(request, advice=ANEW, at=NOW)


def seen_on(page):
    """Return what the page's form says it was drawn from."""
    return {"seen": page.context["seen"]}


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
    assert 'stage-yours">Por contestar' in page or 'stage-yours">To answer' in page
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
    told = OVERRIDE | seen_on(visit("decide", request))
    visit("unanswered", request, seen_on(visit("unanswered", request)))
    stale = visit("decide", request, told)
    assert stale.status_code == 422
    assert OVERRIDE["words"] in stale.content.decode()
    again = OVERRIDE | seen_on(stale)
    assert visit("decide", request, again).status_code == 302


def test_74_an_answer_to_advice_that_was_rewritten_meanwhile_shows_both(bruno, visit):
    request = make_advised(bruno)
    told = OVERRIDE | seen_on(visit("decide", request))
    rewrite(request)
    stale = visit("decide", request, told)
    assert stale.status_code == 422
    assert not Decision.objects.exists()
    shown = stale.content.decode()
    for words in (*ADVICE.alternatives, *ANEW.alternatives, ADVICE.reply, ANEW.reply):
        assert words in shown
    for words in (*ADVICE.consequences, *ANEW.consequences, OVERRIDE["words"]):
        assert words in shown
    again = OVERRIDE | seen_on(stale)
    assert visit("decide", request, again).status_code == 302
    assert Decision.objects.get().recommendation.version == 2


def test_74_an_alternative_that_is_no_longer_offered_is_still_shown(bruno, visit):
    request = make_advised(bruno)
    chosen = {"outcome": "follows", "alternative": ADVICE.alternatives[0]}
    told = OVERRIDE | chosen | seen_on(visit("decide", request))
    rewrite(request)
    stale = visit("decide", request, told)
    assert stale.status_code == 422
    assert stale.context["meanwhile"].advice_seen.version == 1
    assert ADVICE.alternatives[0] in stale.content.decode()


def test_74_of_two_at_once_the_later_sees_what_the_earlier_changed(
    bruno, visit, monkeypatch
):
    """Between the look at the form and the decision, another tab rewrites."""
    request = make_advised(bruno)
    told = OVERRIDE | seen_on(visit("decide", request))
    act = decisions.record_decision

    def after_another(row, **more):
        rewrite(ClientRequest.objects.get(pk=row.pk))
        return act(row, **more)

    monkeypatch.setattr(decisions, "record_decision", after_another)
    stale = visit("decide", request, told)
    assert stale.status_code == 422
    assert not Decision.objects.exists()
    assert ANEW.reply in stale.content.decode()
    assert ADVICE.reply in stale.content.decode()


def test_what_was_sent_before_the_advice_was_rewritten_is_not_noted_of_the_new_one(
    bruno, visit
):
    request = make_advised(bruno)
    told = {"channel": "whatsapp"} | seen_on(visit("send", request))
    advise(request)
    assert visit("send", request, told).status_code == 422
    assert not Dispatch.objects.exists()


@pytest.mark.parametrize(
    ("name", "told", "model"),
    [
        ("send", {"channel": "whatsapp"}, Dispatch),
        (
            "reply",
            {"kind": "ask", "words": "¿Y 1.000?", "channel": "phone"},
            ClientReply,
        ),
    ],
)
def test_going_back_and_pressing_again_notes_it_once(bruno, visit, name, told, model):
    request = make_advised(bruno)
    told |= seen_on(visit(name, request))
    answers = [visit(name, request, told).status_code for _press in range(2)]
    assert (answers, model.objects.count()) == ([302, 422], 1)


def test_a_correction_pressed_again_corrects_once(bruno, visit):
    request = make_advised(bruno)
    record_decision(request, answer=answer(), at=NOW)
    told = OVERRIDE | {"reason": "Faltaba una frase."}
    told |= seen_on(visit("correct", request))
    answers = [visit("correct", request, told).status_code for _press in range(2)]
    assert (answers, Document.objects.count()) == ([302, 422], 2)


def test_a_letter_written_meanwhile_makes_no_form_old(bruno, visit):
    request = make_advised(bruno)
    record_decision(request, answer=answer(), at=NOW)
    told = OVERRIDE | {"reason": "Faltaba una frase."}
    told |= seen_on(visit("correct", request))
    issued = LedgerEntry.objects.get(kind="document_issued")
    with transaction.atomic():
        write_down(
            bruno.consultant,
            kind=issued.kind,
            at=NOW,
            subject=issued.subject,
            payload={},
        )
    assert visit("correct", request, told).status_code == 302


def test_a_proof_stays_in_sight_when_its_decision_is_corrected(bruno, visit):
    request = make_advised(bruno)
    visit("decide", request, OVERRIDE | {"uploads": a_picture()})
    visit("correct", request, OVERRIDE | {"reason": "Faltaba una frase."})
    assert "captura.png" in visit("detail", request).content.decode()
