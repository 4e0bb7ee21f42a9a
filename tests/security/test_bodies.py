"""Bodies no form of ours sends: doubled fields, thousands of them, broken encodings."""

import pytest
from django.urls import reverse

from requests_log.actions.run_due import run_due
from requests_log.models import ClientRequest, Decision
from tests.people import NOW, make_advised, send_advice

TOLD = "outcome=follows&by_name=Bruno&channel=phone&words=Vale"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def decide(bruno, browser_of):
    """Send a raw body to the page of a decision."""
    request = make_advised(bruno)
    send_advice(request)
    address = reverse("requests_log:request_decide", args=[request.pk])
    browser = browser_of(bruno.consultant)
    return lambda body, kind=FORM: browser.post(address, body, content_type=kind)


def undecided():
    return (
        ClientRequest.objects.get().stage == "advised" and not Decision.objects.exists()
    )


def test_a_doubled_answer_is_no_answer(decide):
    response = decide(f"{TOLD}&outcome=overrides")
    assert response.status_code == 400
    assert undecided()


def test_ten_thousand_fields_are_refused(decide):
    response = decide(TOLD + "".join(f"&f{n}=1" for n in range(10_000)))
    assert response.status_code == 400
    assert undecided()


def test_fifty_megabytes_are_refused(decide):
    response = decide(TOLD + "&more=" + "x" * 50_000_000)
    assert response.status_code == 400
    assert undecided()


@pytest.mark.parametrize("broken", ["%00", "%ED%A0%80", "%FF%FE", "%C3%28"])
def test_broken_text_is_a_form_error_or_marked_as_broken(decide, broken):
    response = decide(TOLD.replace("words=Vale", f"words=Vale{broken}"))
    assert response.status_code in (302, 400, 422)
    words = Decision.objects.values_list("words", flat=True)
    assert all(word.startswith("Vale\ufffd") for word in words)


def test_json_is_no_form(decide):
    response = decide('{"outcome": "follows"}', kind="application/json")
    assert response.status_code == 415
    assert undecided()


@pytest.mark.parametrize(
    "moment",
    ["0001-01-01T00:00", "9999-12-31T23:59", "2026-03-29T02:30", "2025-02-29T10:00"],
)
def test_impossible_moments_are_said_beside_the_field(decide, moment):
    response = decide(f"{TOLD}&happened_at={moment}")
    assert response.status_code in (302, 422)
    assert undecided() or Decision.objects.get().happened_at < NOW


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2025-02-29", "ayer"])
def test_a_far_day_to_look_back_on_breaks_nothing(decide, day):
    response = decide(f"{TOLD}&look_back_on={day}")
    assert response.status_code in (302, 422)


@pytest.mark.parametrize("wanted", [None, "0001-01-01", "9999-12-31", "2026-11-23"])
@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "0001-01-02T00:00", ""])
def test_the_whole_journey_takes_any_day(bruno, browser_of, moment, wanted):
    request = make_advised(bruno)
    ClientRequest.objects.update(wanted_on=wanted)
    web = browser_of(bruno.consultant)
    told = {
        "channel": "whatsapp",
        "happened_at": moment,
        "words": "Vale",
        "kind": "ask",
    }
    done = told | {"happened_on": "0001-01-01", "sequel": "not_done"}
    moves = [("send", told), ("send", told | {"is_reminder": "on"}), ("reply", told)]
    moves += [("send", told), ("unanswered", {}), ("outcome", done)]
    for name, body in moves:
        address = reverse(f"requests_log:request_{name}", args=[request.pk])
        assert web.post(address, body).status_code in (302, 422)
        assert web.get(address).status_code == 200
    assert web.get("/").status_code == 200
    run_due(now=NOW)
