import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_log.triage.asks import (
    MOST_PARTS,
    MOST_PIECES,
    Mark,
    Seen,
    is_worth_splitting,
    parts_of,
    pieces_of,
    proposed_marks,
)

MAIL = (
    "Hola Marta, ¿qué tal?\n\nCómprame 5.000 seguidores antes de la feria. Es urgente."
    " Y sube el post del lunes con la foto de la Sra. García.\nGracias guapa 😊\nBruno"
)
SCRAPS = [
    *("Hola ", "seguidores", "¿", "? ", ". ", "\n", "\n\n", "- ", "1. ", "a) ", ", "),
    *(" y ", "😊", "…", "Sra. ", "ñ\u0301", "\u200d", "²", "\t", "5.000", "—", "x"),
]
texts = st.one_of(st.lists(st.sampled_from(SCRAPS)).map("".join), st.text())


def spot(text, words, rule="fake_engagement", verdict="bad_practice"):
    start = text.index(words)
    return Seen(start, start + len(words), rule, verdict)


@st.composite
def messages(draw):
    """Give a text and some words of it that rules saw."""
    text = draw(texts)
    place = st.integers(0, len(text))
    seen = [
        Seen(min(a, b), max(a, b), rule, "off_strategy")
        for a, b, rule in draw(
            st.lists(st.tuples(place, place, st.sampled_from("abc")), max_size=4)
        )
        if a != b
    ]
    return text, seen, draw(st.booleans())


@given(messages(), st.data())
def test_whatever_is_marked_parts_are_slices_in_order_that_never_overlap(message, data):
    text, seen, fine = message
    pieces = pieces_of(text, seen=seen, fine=fine)
    marks = [data.draw(st.sampled_from(Mark)) for _ in pieces]
    for spans in (pieces, parts_of(pieces, marks)):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(before.end <= after.start for before, after in pairwise(spans))
        slices = [text[span.start : span.end] for span in spans]
        assert [words.strip() for words in slices] == slices
        assert all(slices)


@given(messages())
def test_what_a_rule_saw_lies_in_one_proposed_part(message):
    text, seen, fine = message
    pieces = pieces_of(text, seen=seen, fine=fine)
    parts = parts_of(pieces, proposed_marks(text, pieces, seen=seen))
    for each in seen:
        if any(sign.isalnum() for sign in text[each.start : each.end]):
            over = [p for p in parts if p.start < each.end and each.start < p.end]
            assert len(over) == 1


@given(messages())
def test_the_same_message_is_cut_the_same_way(message):
    text, seen, fine = message
    once = pieces_of(text, seen=seen, fine=fine)
    assert once == pieces_of(text, seen=list(reversed(seen)), fine=fine)
    assert proposed_marks(text, once, seen=seen) == proposed_marks(
        text, once, seen=list(reversed(seen))
    )


def shown(text, *, seen=(), fine=False):
    pieces = pieces_of(text, seen=seen, fine=fine)
    parts = parts_of(pieces, proposed_marks(text, pieces, seen=seen))
    return [text[part.start : part.end] for part in parts]


def test_a_mail_is_cut_around_what_a_rule_saw():
    assert shown(MAIL, seen=[spot(MAIL, "5.000 seguidores")]) == [
        "Cómprame 5.000 seguidores antes de la feria. Es urgente.",
        "Y sube el post del lunes con la foto de la Sra. García.",
    ]


@pytest.mark.parametrize("item", ["-", "•", "1.", "b)", "2º"])
def test_each_item_of_a_list_is_an_ask(item):
    text = f"Hola:\n{item} sube la foto. La grande, por favor te lo pido\n{item} pon"
    assert shown(text) == [
        f"{item} sube la foto. La grande, por favor te lo pido",
        f"{item} pon",
    ]


def test_neighbours_the_same_rule_objects_to_stay_together():
    text = "Compra seguidores. Compra también unos me gusta baratos."
    same = [spot(text, "seguidores"), spot(text, "me gusta")]
    assert shown(text, seen=same) == [text]
    other = [same[0], spot(text, "me gusta", rule="spam")]
    assert len(shown(text, seen=other)) == 2


def test_a_wrapped_line_of_a_mail_goes_on():
    text = (
        f"{'Quiero que subas la foto del pan y que cuentes cómo se hace en'}\nel horno."
    )
    assert shown(text) == [text]


def test_fine_pieces_end_inside_a_sentence():
    text = "ponme 5000 seguidores, y luego sube el vídeo de la feria"
    seen = [spot(text, "5000 seguidores")]
    assert shown(text, seen=seen) == [text]
    assert shown(text, seen=seen, fine=True) == [
        "ponme 5000 seguidores,",
        "y luego sube el vídeo de la feria",
    ]


def test_no_more_parts_are_proposed_than_can_be_made():
    assert len(shown("\n".join(["- sube esta foto"] * 60))) == MOST_PARTS


@pytest.mark.parametrize(
    "text", ["sí. " * 5_000, "sí\n" * 6_000, "- a. b, c\n" * 2_000]
)
@pytest.mark.parametrize("fine", [True, False])
def test_a_message_in_shreds_has_so_many_pieces_and_no_more(text, fine):
    pieces = pieces_of(text, seen=[], fine=fine)
    assert 1 <= len(pieces) <= MOST_PIECES
    assert (pieces[0].start, pieces[-1].end) == (0, len(text.rstrip()))


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Compra seguidores. Sube también la foto del pan.", True),
        ("Compra seguidores. Abre un TikTok para la feria.", True),
        ("Hola Marta. Compra seguidores. Un saludo, Bruno", False),
        ("Compra seguidores y sube la foto", False),
        ("Sube la foto. Abre la tienda.", False),
    ],
)
def test_a_split_is_offered_where_verdicts_differ(text, worth):
    words = {"seguidores": "bad_practice", "TikTok": "off_strategy"}
    seen = [
        spot(text, word, rule=word, verdict=verdict)
        for word, verdict in words.items()
        if word in text
    ]
    pieces = pieces_of(text, seen=seen)
    assert is_worth_splitting(text, pieces, seen=seen) is worth


def test_a_row_of_stops_is_read_in_one_go():
    started = time.process_time()
    assert len(pieces_of("hola " + "." * 19_000, seen=[])) == 1
    # Tried anew at each of the stops it took four seconds.
    assert time.process_time() - started < 0.5
