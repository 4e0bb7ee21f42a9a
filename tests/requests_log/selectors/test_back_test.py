from requests_log.selectors import back_test as module
from requests_log.selectors.back_test import SoFar, back_test
from tests.people import make_client, make_request
from tests.requests_log.own_rules import ASKS
from tests.requests_log.triage.own_rules import own_rule

BOTH = f"{ASKS}. Y cómprame 5.000 seguidores"
MENTIONS = "No pongas precios en los carteles"


def log(client, *texts):
    return [make_request(client, text) for text in texts]


def told(piece):
    return [
        (each.request.text, each.before, each.after, each.cue) for each in piece.heard
    ]


def test_it_lists_where_the_rule_would_have_spoken_and_what_it_changes(bruno):
    log(bruno, ASKS, "Sube la foto", BOTH, MENTIONS)
    piece = back_test(bruno.consultant, own_rule())
    assert told(piece) == [
        (MENTIONS, "fine", "fine", "negation"),
        (BOTH, "bad_practice", "bad_practice", ""),
        (ASKS, "fine", "off_strategy", ""),
    ]
    assert piece.so_far == SoFar("", read=4, spoke=2, changed=1, aside=1)
    assert not piece.goes_on
    assert not piece.is_cut


def test_the_words_are_marked_in_the_text(bruno):
    log(bruno, ASKS)
    (heard,) = back_test(bruno.consultant, own_rule()).heard
    assert "".join(each.text for each in heard.segments) == ASKS
    marked = [each.text for each in heard.segments if each.rules]
    assert marked == ["precios en los carteles"]


def test_of_a_long_message_what_stands_around_the_marks_is_listed(bruno):
    log(bruno, "Hola, Marta. " * 60 + ASKS + ". Un saludo." * 60)
    (heard,) = back_test(bruno.consultant, own_rule()).heard
    assert heard.is_cut
    assert len("".join(each.text for each in heard.segments)) < 300
    marked = [each.text for each in heard.segments if each.rules]
    assert marked == ["precios en los carteles"]


def test_it_is_read_in_pieces_each_request_once(bruno, monkeypatch):
    monkeypatch.setattr(module, "PIECE", 3)
    requests = log(bruno, *[f"{ASKS} {number}" for number in range(8)])
    seen, so_far, pieces = [], None, 0
    while True:
        piece = back_test(bruno.consultant, own_rule(), so_far=so_far)
        seen += [each.request.pk for each in piece.heard]
        so_far, pieces = piece.so_far, pieces + 1
        if not piece.goes_on:
            break
    assert seen == [request.pk for request in reversed(requests)]
    assert (pieces, so_far.read, piece.total) == (3, 8, 8)


def test_long_requests_make_short_pieces(bruno, monkeypatch):
    monkeypatch.setattr(module, "MOST_CHARACTERS", 100)
    log(bruno, *["Sube la foto del equipo. " * 5] * 3)
    first = back_test(bruno.consultant, own_rule())
    assert (first.so_far.read, first.goes_on) == (1, True)
    second = back_test(bruno.consultant, own_rule(), so_far=first.so_far)
    assert second.so_far.read == 2


def test_it_ends_and_says_so_where_there_is_too_much(bruno, monkeypatch):
    monkeypatch.setattr(module, "PIECE", 1)
    monkeypatch.setattr(module, "MOST_LISTED", 1)
    log(bruno, ASKS, ASKS)
    piece = back_test(bruno.consultant, own_rule())
    assert not piece.goes_on
    assert piece.is_cut
    monkeypatch.setattr(module, "MOST_LISTED", 9)
    monkeypatch.setattr(module, "MOST_READ", 1)
    assert back_test(bruno.consultant, own_rule()).is_cut


def test_only_the_clients_it_is_for_are_read_and_only_one_s_own(bruno, marta, nadia):
    other = make_client(marta, "Otra")
    log(bruno, ASKS), log(other, ASKS)
    piece = back_test(marta, own_rule(), clients=[other.pk])
    assert [each.request.client for each in piece.heard] == [other]
    assert back_test(nadia, own_rule()).so_far.read == 0


def test_a_piece_takes_two_queries(bruno, django_assert_num_queries):
    log(bruno, ASKS, ASKS)
    with django_assert_num_queries(2):
        for heard in back_test(bruno.consultant, own_rule()).heard:
            assert heard.request.client.name
