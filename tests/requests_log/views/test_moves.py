"""The moves through their pages: what is asked, what is said, where one goes next."""

import pytest

from requests_log.models import ClientRequest, Decision
from tests.people import (
    WANTS_TIKTOK,
    advise,
    make_advised,
    make_request,
    object_to,
)

OUTCOME = {
    "sequel": "not_done",
    "assessment": "right",
    "happened_on": "2026-11-20",
    "currency": "EUR",
}
OVERRIDE = {
    "outcome": "overrides",
    "words": "La feria es en dos semanas y no quiero esperar más.",
    "by_name": "Bruno Peña",
    "channel": "phone",
}


def test_the_journey_to_a_signed_letter(bruno, visit):
    request = make_request(bruno)
    assert visit("verdict", request, {"verdict": "bad_practice"}).status_code == 302
    composer = visit("recommend", request)
    form = composer.context["form"]
    typed = {
        name: "\n".join(value) if isinstance(value, list) else value
        for name, value in form.initial.items()
    }
    assert visit("recommend", request, typed).status_code == 302
    assert visit("send", request, {"channel": "whatsapp"}).status_code == 302
    assert visit("decide", request, OVERRIDE).status_code == 302
    detail = visit("detail", request).content.decode()
    assert "2026-0001" in detail
    assert Decision.objects.get().document.status == "issued"


def test_advice_that_stands_on_what_is_only_weighed_says_look_twice(bruno, visit):
    request, warning = object_to(make_request(bruno)), "Míralo dos veces"
    assert warning not in visit("recommend", request).content.decode()
    request.triage.findings.update(weighed=True)
    assert warning in visit("recommend", request).content.decode()


def test_what_is_asked_once_keeps_every_word_as_it_was_typed(bruno, visit):
    request = make_advised(bruno)
    once = visit("decide", request, OVERRIDE | {"words": "porque sí"})
    form = once.context["form"]
    assert list(form.errors) == ["words"]
    assert form["words"].value() == "porque sí"
    assert form["by_name"].value() == "Bruno Peña"
    fields = form.fields.keys() - {"uploads", "held"}
    typed = {name: form[name].value() or "" for name in fields}
    assert visit("decide", request, typed).status_code == 302


def test_a_second_tab_is_told_the_truth_and_keeps_its_words(bruno, visit):
    request = make_request(bruno)
    seen = visit("verdict", request).context["seen"]
    visit("verdict", request, {"verdict": "bad_practice"})
    again = visit(
        "verdict",
        request,
        {
            "verdict": "fine",
            "reason": "En otra pestaña pensé otra cosa.",
            "lowered": "on",
            "seen": seen,
        },
    )
    assert again.status_code == 422
    assert "En otra pestaña pensé otra cosa." in again.content.decode()
    assert ClientRequest.objects.get().verdict == "bad_practice"


def test_a_decision_sent_twice_is_taken_once(bruno, visit):
    request = make_advised(bruno)
    assert visit("decide", request, OVERRIDE).status_code == 302
    assert visit("decide", request, OVERRIDE).status_code == 422
    assert Decision.objects.count() == 1


def test_advice_before_the_verdict_leads_to_the_verdict(bruno, visit):
    request = make_request(bruno)
    response = visit("recommend", request)
    assert response["Location"].endswith("/verdict/")


@pytest.mark.parametrize("name", ["send", "decide"])
def test_without_advice_there_is_nothing_to_send_or_decide(bruno, visit, name):
    assert visit(name, object_to(make_request(bruno))).status_code == 404


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("verdict", {"verdict": "fine", "reason": "Lo conozco bien y no es eso."}),
        ("drop", {"reason": "El cliente ya no lo quiere."}),
    ],
)
def test_without_the_secret_nothing_moves_and_nothing_typed_is_lost(
    bruno, visit, settings, name, data
):
    request = make_request(bruno, WANTS_TIKTOK)
    settings.SIGNING_SECRET = None
    response = visit(name, request, data)
    assert response.status_code == 422
    assert data["reason"] in response.content.decode()
    assert ClientRequest.objects.get().stage == "logged"


@pytest.mark.parametrize(
    "stage", ["logged", "objected", "advised", "unanswered", "overridden", "closed"]
)
def test_the_page_of_a_request_takes_few_queries(
    bruno, visit, django_assert_max_num_queries, stage
):
    request = make_request(bruno)
    if stage != "logged":
        object_to(request)
    if stage in {"advised", "unanswered", "overridden", "closed"}:
        advise(request)
    if stage == "unanswered":
        visit("send", request, {"channel": "whatsapp"})
        visit("unanswered", request, {})
    if stage in {"overridden", "closed"}:
        visit("decide", request, OVERRIDE)
    if stage == "closed":
        visit("outcome", request, OUTCOME)
        assert ClientRequest.objects.get().stage == "closed"
    with django_assert_max_num_queries(8):
        assert visit("detail", request).status_code == 200


@pytest.mark.parametrize("name", ["verdict", "recommend", "drop", "files"])
def test_a_long_message_is_folded_above_a_form_and_keeps_its_marks(bruno, visit, name):
    short = object_to(make_request(bruno), "bad_practice")
    long = object_to(make_request(bruno), "bad_practice")
    text = long.text + ". Hoy hay sol en la playa" * 60
    ClientRequest.objects.filter(pk=long.pk).update(text=text)
    shown, whole = visit(name, long).content.decode().split("<blockquote")[1:3]
    assert "<mark" in shown
    assert len(shown) < 1000
    assert "<details" in shown
    assert whole.count("Hoy hay sol") == 60
    page = visit(name, short).content.decode()
    assert "<details" not in page.split("<figure")[1].split("</figure")[0]
