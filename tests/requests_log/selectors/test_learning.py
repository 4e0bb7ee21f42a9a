import pytest

from requests_log.actions.confirm_verdict import confirm_verdict
from requests_log.selectors.learning import lesson_of, teaches, telling_words
from tests.people import BUYS_FOLLOWERS, NOW, make_request, object_to

WHY = "Sale un cartel con el precio."


def judged(client, text, verdict, own_rule=""):
    request = make_request(client, text)
    confirm_verdict(request, verdict=verdict, reason=WHY, own_rule=own_rule, at=NOW)
    return request


def test_an_objection_of_one_s_own_teaches(bruno):
    request = judged(bruno, "Sube la foto", "off_strategy", "channel")
    assert teaches(request.confirmation)
    lesson = lesson_of(request)
    assert (lesson.sample, lesson.verdict) == ("Sube la foto", "off_strategy")
    assert lesson.why == WHY


def test_what_the_rules_said_too_or_nobody_objects_to_teaches_nothing(bruno):
    assert not teaches(object_to(make_request(bruno)).confirmation)
    cleared = judged(bruno, BUYS_FOLLOWERS, "fine")
    assert not teaches(cleared.confirmation)
    assert lesson_of(cleared).verdict == lesson_of(make_request(bruno)).verdict == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pon los Rótulos de la tienda y los rotulos", ("rótulos", "tienda")),
        ("", ()),
        ("y de la que 5.000 €", ()),
    ],
)
def test_words_that_tell_are_neither_common_nor_short_nor_twice(text, words):
    assert telling_words(text) == words


def test_the_longest_are_offered_in_the_order_of_the_message():
    text = " ".join(
        "palabra" + "abcdefghijklmnopqrstuvwxyz"[: n + 1] for n in range(20)
    )
    words = telling_words(text)
    assert len(words) == 12
    assert sorted(words, key=len) == list(words)
