"""What the signs weigh: found, outweighed, or left as the rules say."""

from dataclasses import replace

import pytest

from consultancy.strategy_file import Strategy
from requests_log.triage.engine import triage
from requests_log.triage.points import Points
from requests_log.triage.weighing import OUTWEIGHED

STRATEGY = Strategy(id="a", name="A", channels={"instagram": 3}, goals=("sales",))
BUY, ORDINARY = "Compra mil seguidores", "Sube la foto del perro verde"
BESIDE = f"{BUY} para la cuenta del taller que abrimos el lunes en la calle mayor"


@pytest.fixture
def judged(rulebook):
    def judged(text, strategy=STRATEGY, **rows):
        points = Points({sign.replace("_", ":", 1): row for sign, row in rows.items()})
        return triage(
            text,
            strategy=strategy,
            wanted_in_days=None,
            rulebook=replace(rulebook, points=points),
        )

    return judged


def test_without_points_the_rules_speak_alone(judged):
    assert [each.rule for each in judged(BUY).findings] == ["fake_engagement"]


def test_signs_alone_can_find_what_no_rule_hears(judged):
    (found,) = (answer := judged(ORDINARY, w_verd=(200, 0, (("spam", 90),)))).findings
    assert answer.verdict == "bad_practice"
    assert (found.rule, found.weighed, found.severity) == ("spam", True, found.severity)
    assert [ORDINARY[span.start : span.end] for span in found.spans] == [ORDINARY]


def test_what_a_rule_holds_can_be_outweighed(judged):
    answer = judged(f"{BESIDE}. {ORDINARY}", w_mil=(-900, -900, ()))
    assert (answer.verdict, answer.findings) == ("fine", ())
    (aside,) = answer.set_aside
    assert (aside.finding.rule, aside.cue) == ("fake_engagement", OUTWEIGHED)


def test_nothing_outweighs_an_outright_ask(judged):
    row, long = (-900, -900, ()), f"{ORDINARY} que hicimos ayer por la tarde en la nave"
    for text in (BUY, f"{long}. Y {BUY.lower()}!", f"{BUY} ya\n- {long}"):
        (found,) = judged(text, w_mil=row, w_perr=row).findings
        assert found.rule == "fake_engagement"


@pytest.mark.parametrize(
    ("asked", "more"),
    [
        (f"{BUY} para la cuenta nueva del taller", "de mayo en la plaza grande"),
        (
            f"{ORDINARY} que hicimos ayer por la tarde en la nave y {BUY.lower()}",
            "falsos del taller",
        ),
    ],
    ids=["short", "a clause"],
)
def test_what_is_asked_shortly_or_in_a_clause_is_not_spoken_against(
    judged, asked, more
):
    row = (-900, -900, ())
    assert judged(asked, w_mil=row, w_perr=row).verdict == "bad_practice"
    assert judged(f"{asked} {more}", w_mil=row, w_perr=row).verdict == "fine"


def test_bad_practice_stands_beside_another_ask_that_is_off_strategy(judged):
    row = (0, 900, (("channel", 90),))
    buys = f"{BUY} para la cuenta nueva del taller"
    for text, verdict in (
        (f"{buys}. Y abre un canal en TikTok con vídeos de cada perro", "bad_practice"),
        (f"{buys} y abre un canal en TikTok con vídeos de cada perro", "off_strategy"),
    ):
        assert judged(text, w_perr=row).verdict == verdict


def test_what_rules_hold_and_set_aside_weighs_too(judged):
    text = f"{BESIDE}. {ORDINARY}"
    rows = {"w_mil": (-900, -900, ())}
    assert judged(text, **rows).verdict == "fine"
    held = {"r_fake_engagement": (1200, 0, ())}
    assert judged(text, **rows | held).verdict == "bad_practice"
    unwanted = f"No quiero comprar mil seguidores. {ORDINARY}"
    found = {"w_verd": (200, 0, (("spam", 9),))}
    assert judged(unwanted, **found).verdict == "bad_practice"
    assert judged(unwanted, **found, r_aside=(-400, 0, ())).verdict == "fine"


def test_what_a_rule_set_aside_in_a_short_message_is_not_found_again(judged):
    rows = {"w_mil": (900, 0, (("fake_engagement", 90),))}
    unwanted = "No compres mil seguidores"
    assert judged(unwanted, **rows).verdict == "fine"
    more = f"{unwanted}. {ORDINARY} que hicimos ayer en la nave"
    assert judged(more, **rows).verdict == "bad_practice"
    spam = {"w_mil": (900, 0, (("spam", 90),))}
    assert judged(unwanted, **spam).verdict == "bad_practice"


def test_without_a_strategy_only_bad_practice_is_weighed(judged):
    row = (0, 900, (("goal", 90),))
    assert judged(ORDINARY, strategy=None, w_verd=row).verdict == "fine"


def test_without_a_strategy_what_is_off_any_is_no_bad_practice(judged):
    row = (100, 200, (("spam", 90),))
    assert judged(ORDINARY, strategy=None, w_verd=row).verdict == "fine"


def test_what_another_rule_outshines_is_set_aside(judged):
    rows = {"w_mil": (0, 0, (("copyright", 400),))}
    text = f"{BESIDE} y ponle la canción de Rosalía que suena en la radio al vídeo"
    answer = judged(text, **rows)
    assert [each.rule for each in answer.findings] == ["copyright"]
    (aside,) = answer.set_aside
    assert (aside.finding.rule, aside.cue) == ("fake_engagement", OUTWEIGHED)


def test_an_outright_ask_is_outshone_by_nothing(judged):
    rows = {"w_mil": (0, 0, (("copyright", 400),))}
    sings = "ponle la canción de Rosalía que suena en la radio al vídeo de la feria"
    told = {each.rule for each in judged(f"{BUY}. Y {sings}", **rows).findings}
    assert told == {"copyright", "fake_engagement"}


def test_nothing_is_outshone_in_a_short_message(judged):
    rows = {"w_mil": (0, 0, (("copyright", 400),))}
    text = f"{BUY} y ponle la canción de Rosalía"
    told = {each.rule for each in judged(text, **rows).findings}
    assert told == {"copyright", "fake_engagement"}


def test_in_a_long_message_each_sign_counts_for_less(judged):
    rows = {"w_mil": (-150, -150, ()), "r_bad_practice": (160, 0, ())}
    short = f"{BESIDE}. {ORDINARY}"
    assert judged(short, **rows).verdict == "fine"
    assert judged(f"{short}. {short}", **rows).verdict == "bad_practice"


@pytest.mark.parametrize(
    "text",
    [
        "Quiero que compres seguidores. Además habría que cambiar la foto de portada.",
        "Put the old price at 99 even though we never charged that.",
    ],
)
def test_chat_beside_it_does_not_outweigh_what_a_sentence_asks(whole_rulebook, text):
    answer = triage(text, strategy=None, wanted_in_days=None, rulebook=whole_rulebook)
    assert answer.verdict == "bad_practice"


def test_what_is_certain_stands_before_what_is_weighed(judged):
    text = f"{ORDINARY}. {BUY} y di que es un regalo de la casa para siempre"
    answer = judged(text, w_verd=(900, 0, (("spam", 300), ("fake_engagement", 160))))
    assert [(each.rule, each.weighed) for each in answer.findings] == [
        ("fake_engagement", False),
        ("spam", True),
    ]
