import uuid

import pytest
from django.urls import reverse

from consultancy.models import LedgerEntry
from requests_log.models import ClientRequest
from requests_log.selectors.pieces import cut_of
from tests.people import BUYS_FOLLOWERS, WANTS_TIKTOK, make_request, object_to

CLEAN = "Sube la foto del escaparate a Instagram el lunes."
MESSAGE = f"Hola Marta.\n{BUYS_FOLLOWERS}.\n{WANTS_TIKTOK}.\n{CLEAN}\nGracias"


@pytest.fixture
def asked(bruno):
    return make_request(bruno, MESSAGE)


@pytest.fixture
def visit(bruno, browser_of):
    """Open or send the page where a request is split, as Marta."""
    browser = browser_of(bruno.consultant)

    def visit(request, data=None, query="", **headers):
        address = reverse("requests_log:request_split", args=[request.pk]) + query
        if data is None:
            return browser.get(address)
        return browser.post(address, data, headers=headers)

    return visit


def told(request, *, fine=False, act="split", **marks):
    """Return what the page sends: what it proposes, but for some marks."""
    cut = cut_of(request, fine=fine)
    proposed = zip(cut.pieces, cut.proposed, strict=True)
    return {
        "submission": str(uuid.uuid4()),
        "shown": str(len(request.text)),
        **({"fine": "1"} if fine else {}),
        **{f"piece-{piece.start}": str(mark) for piece, mark in proposed},
        act: "1",
        **marks,
    }


def page_of(browser, request):
    address = reverse("requests_log:request_detail", args=[request.pk])
    return browser.get(address).content.decode()


def texts():
    return list(ClientRequest.objects.order_by("pk").values_list("text", flat=True))


def test_the_page_proposes_a_request_for_each_ask_with_its_verdict(asked, visit):
    groups = visit(asked).context["groups"]
    verdicts = [group.verdict for group in groups]
    assert verdicts == ["", "bad_practice", "off_strategy", "fine", ""]
    assert [group.number for group in groups] == [0, 1, 2, 3, 0]


def test_what_is_marked_is_what_the_chip_of_its_part_says(bruno, visit):
    request = make_request(bruno, MESSAGE)
    # As if the message as a whole had said it of a sentence that alone is fine.
    clean = MESSAGE.index(CLEAN)
    finding = request.triage.findings.first()
    finding.spans = [*finding.spans, [clean, clean + len("Sube la foto")]]
    finding.save()
    for group in visit(request).context["groups"]:
        worst = {
            segment.verdict
            for piece in group.pieces
            for segment in piece.segments
            if segment.verdict
        }
        assert worst == {group.verdict} - {"", "fine"}


def test_what_is_left_out_keeps_the_marks_of_the_whole(asked, visit):
    left_out = {f"piece-{MESSAGE.index(BUYS_FOLLOWERS)}": "left_out"}
    first = visit(asked, told(asked, act="show", **left_out)).context["groups"][0]
    assert first.number == 0
    marked = [each.verdict for piece in first.pieces for each in piece.segments]
    assert "bad_practice" in marked


def test_what_is_proposed_is_made_at_one_press(asked, visit):
    assert visit(asked, told(asked)).status_code == 302
    assert texts() == [f"{BUYS_FOLLOWERS}.", f"{WANTS_TIKTOK}.", CLEAN]


def test_a_border_is_moved_by_a_mark(asked, visit):
    moved = {f"piece-{MESSAGE.index(WANTS_TIKTOK)}": "goes_on"}
    visit(asked, told(asked, **moved))
    assert texts() == [f"{BUYS_FOLLOWERS}.\n{WANTS_TIKTOK}.", CLEAN]


def test_fine_pieces_cut_inside_a_sentence(bruno, visit):
    request = make_request(bruno, f"{BUYS_FOLLOWERS}, y sube la foto del pan")
    assert len(visit(request, query="?fine").context["groups"]) == 2
    assert visit(request, told(request, fine=True)).status_code == 302
    assert texts() == [f"{BUYS_FOLLOWERS},", "y sube la foto del pan"]


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_looking_at_what_would_come_of_it_changes_nothing(asked, visit, headers):
    data = told(asked, act="show", **{f"piece-{MESSAGE.index(CLEAN)}": "left_out"})
    response = visit(asked, data, **headers)
    assert response.status_code == 200
    assert response.context["number"] == 2
    assert texts() == [MESSAGE]


def test_the_page_of_a_part_leads_to_the_others_and_to_the_whole(
    asked, visit, bruno, browser_of
):
    visit(asked, told(asked))
    rows = ClientRequest.objects.order_by("pk")
    page = page_of(browser_of(bruno.consultant), rows[1])
    assert all(f'href="/requests/{rows[n].pk}/"' in page for n in (0, 2))
    assert "Hola Marta." in page
    assert "2 de 3" in page or "2 of 3" in page


def test_the_same_form_sent_twice_splits_once(asked, visit):
    data = told(asked)
    first, again = visit(asked, data), visit(asked, data)
    assert first["Location"] == again["Location"]
    assert len(texts()) == 3


def test_back_after_the_split_another_form_is_told_the_truth(asked, visit):
    kept = told(asked)
    visit(asked, told(asked))
    response = visit(asked, kept)
    assert response.status_code == 422
    assert len(texts()) == 3
    assert response.context["form"].non_field_errors()


def test_a_verdict_on_the_whole_is_asked_again_after_a_split(asked, visit, browser_of):
    whole = {"verdict": "bad_practice", "shown": len(MESSAGE)}
    visit(asked, told(asked))
    browser = browser_of(asked.consultant)
    address = reverse("requests_log:request_verdict", args=[asked.pk])
    response = browser.post(address, whole)
    assert response.status_code == 422
    assert ClientRequest.objects.get(pk=asked.pk).stage == "logged"
    again = whole | {"shown": len(BUYS_FOLLOWERS) + 1}
    assert f'value="{again["shown"]}"' in response.content.decode()
    assert browser.post(address, again).status_code == 302


@pytest.mark.parametrize(
    ("marks", "pieces"),
    [
        ("left_out", None),
        ("goes_on", None),
        ("paloma", 1),
        ("", 0),
    ],
)
def test_marks_that_make_no_two_requests_are_refused(asked, visit, marks, pieces):
    data = told(asked)
    names = [name for name in data if name.startswith("piece-")]
    if marks:
        data |= dict.fromkeys(names[:pieces], marks)
    else:
        data["shown"] = "x"
    response = visit(asked, data)
    assert response.status_code == 422
    assert texts() == [MESSAGE]
    assert not LedgerEntry.objects.filter(kind="split_request").exists()


def test_sixty_parts_are_too_many_and_none_is_judged(bruno, visit):
    request = make_request(bruno, "\n".join(["- Sube esta foto."] * 60))
    pieces = cut_of(request, fine=False).pieces
    assert len(pieces) == 60
    marks = {f"piece-{piece.start}": "begins" for piece in pieces}
    response = visit(request, told(request, **marks))
    assert response.status_code == 422
    assert {group.verdict for group in response.context["groups"]} == {""}
    assert len(texts()) == 1


def test_pieces_nobody_offered_are_ignored(asked, visit):
    data = told(asked) | {"piece-99999": "begins", "piece-x": "begins", "stage": "x"}
    assert visit(asked, data).status_code == 302
    assert len(texts()) == 3


def test_a_form_of_another_request_is_not_taken_for_this_one(asked, visit, bruno):
    other = make_request(bruno, f"{MESSAGE}.")
    visit(other, told(other))
    assert visit(asked, told(other)).status_code == 422


def test_after_the_verdict_the_page_says_that_it_is_too_late(asked, visit):
    data = told(asked)
    object_to(asked)
    assert visit(asked).status_code == 200
    assert visit(asked, data).status_code == 422
    assert len(texts()) == 1


def test_without_the_secret_nothing_is_split(asked, visit, settings):
    settings.SIGNING_SECRET = None
    assert visit(asked, told(asked)).status_code == 422
    assert texts() == [MESSAGE]


@pytest.mark.parametrize(
    ("text", "offered"), [(MESSAGE, True), (BUYS_FOLLOWERS, False), (CLEAN, False)]
)
@pytest.mark.parametrize("name", ["request_detail", "request_verdict"])
def test_a_split_is_offered_where_sentences_are_judged_apart(
    bruno, browser_of, text, offered, name
):
    request = make_request(bruno, text)
    address = reverse(f"requests_log:{name}", args=[request.pk])
    page = browser_of(bruno.consultant).get(address).content.decode()
    assert ("split-offer" in page) == offered


def test_no_split_is_offered_once_the_verdict_is_confirmed(asked, browser_of):
    object_to(asked)
    address = reverse("requests_log:request_verdict", args=[asked.pk])
    page = browser_of(asked.consultant).get(address).content.decode()
    assert "split-offer" not in page


def test_marks_made_on_the_whole_do_not_split_a_part(asked, visit):
    whole = told(asked)
    visit(asked, told(asked, **{f"piece-{MESSAGE.index(WANTS_TIKTOK)}": "goes_on"}))
    assert visit(asked, whole).status_code == 422
    assert texts() == [f"{BUYS_FOLLOWERS}.\n{WANTS_TIKTOK}.", CLEAN]
