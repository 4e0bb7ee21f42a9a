import os
import subprocess
import sys
import time
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultancy.strategy_file import (
    Audience,
    HouseDecision,
    Money,
    Strategy,
    Tone,
)
from requests_log.triage.engine import triage
from requests_log.triage.findings import Triage
from requests_log.triage.rulebook import Rulebook, load_rulebook
from tests.requests_log.triage.conftest import SEEDS

BOOK = load_rulebook(SEEDS)
BRUNO = Strategy(
    id="bruno",
    name="Panadería Bruno",
    languages=("es",),
    channels={"instagram": 3},
    channels_excluded=("tiktok",),
    lead_time_days=3,
    house_decisions=(HouseDecision("No discounts", ("descuento",)),),
)
PIECES = st.sampled_from(
    [
        "compra seguidores",
        "buy followers",
        "abre TikTok",
        "reseñas",
        "¿",
        "?",
        "\n",
        "👩‍👩‍👧",
        "你好",
        "e\u0301",
        "\ud800",
        "\x00",
        "ﷺ",
        "ß",
        "no",
        " ",
        "5.000",
    ]
)
FIGURES = ["0%", "٥%", "per cent", "1.500,00 €", "$1,500.00", "uno", "y", "posts", "de"]
HOSTILE = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map(" ".join)


def judged(text: str, strategy: Strategy | None = BRUNO) -> Triage:
    return triage(text, strategy=strategy, wanted_in_days=None, rulebook=BOOK)


@settings(deadline=None, max_examples=150)
@given(HOSTILE)
def test_any_text_is_answered_and_every_span_quotes_it(text: str) -> None:
    answer = judged(text)
    for finding in [*answer.findings, *(a.finding for a in answer.set_aside)]:
        for span in finding.spans:
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()


@settings(deadline=None, max_examples=80)
@given(HOSTILE)
def test_the_same_text_gets_the_same_answer(text: str) -> None:
    assert judged(text) == judged(text)


def test_spans_quote_the_original_letters_and_accents() -> None:
    text = "😀 ¡CÓMPRAME 5.000 SEGUIDORES!"
    (finding,) = judged(text).findings
    quotes = [text[span.start : span.end] for span in finding.spans]
    assert quotes == ["CÓMPRAME", "SEGUIDORES"]


def test_the_worst_finding_decides_and_all_are_returned() -> None:
    answer = judged("Abre TikTok y compra 5.000 seguidores")
    assert answer.verdict == "bad_practice"
    assert [f.rule for f in answer.findings] == ["fake_engagement", "channel"]


def test_what_is_unlawful_stands_before_what_a_platform_forbids() -> None:
    text = "Suelta el rumor de que la competencia cierra. Compra 5.000 seguidores."
    rules = [finding.rule for finding in judged(text).findings]
    assert rules == ["competitor_attack", "fake_engagement"]


def test_a_strategy_finding_names_the_very_line() -> None:
    (finding,) = judged("Vamos a abrir TikTok").findings
    assert (finding.strategy_field, finding.strategy_line) == (
        "channels_excluded",
        "tiktok",
    )


def test_without_a_strategy_only_practice_rules_run() -> None:
    assert judged("Vamos a abrir TikTok", None).verdict == "fine"
    assert judged("Compra seguidores", None).verdict == "bad_practice"


def test_what_is_set_aside_keeps_its_cue() -> None:
    answer = judged("No quiero comprar seguidores")
    assert answer.verdict == "fine"
    assert [(a.finding.rule, a.cue) for a in answer.set_aside] == [
        ("fake_engagement", "negation")
    ]


def test_one_bad_ask_among_good_ones_decides() -> None:
    text = "Sube la foto del horno. No quiero memes. Y compra 5.000 seguidores."
    assert judged(text).verdict == "bad_practice"


def test_a_text_in_another_language_is_read_by_no_rule() -> None:
    assert (
        judged("Bonjour, pouvez-vous publier cette photo pour nous ?").language is None
    )
    assert judged("你好").language is None
    assert judged("").language is None


def test_the_days_wanted_are_compared_with_the_notice() -> None:
    hurried = triage(
        "Prepara un vídeo", strategy=BRUNO, wanted_in_days=1, rulebook=BOOK
    )
    calm = triage("Prepara un vídeo", strategy=BRUNO, wanted_in_days=3, rulebook=BOOK)
    assert [f.rule for f in hurried.findings] == ["lead_time"]
    assert calm.findings == ()


def test_four_times_the_text_takes_about_four_times_the_time() -> None:
    line = "Compra reseñas y abre TikTok para mañana; nada de trucos. Sube la foto. "
    short, long = line * 70, line * 280
    assert seconds(long) < 4 * 2 * seconds(short)


def seconds(text: str) -> float:
    judged(text)
    taken = []
    # Processor time, the best of some: other programs run on this machine too.
    for _ in range(7):
        started = time.process_time()
        judged(text)
        taken.append(time.process_time() - started)
    return min(taken)


def test_a_strategy_with_no_fields_breaks_nothing() -> None:
    empty = Strategy(id="ana", name="Ana")
    assert judged("Abre TikTok mañana en francés por 900 euros", empty).findings == ()
    assert replace(BRUNO, channels={}) != BRUNO


def test_the_answer_carries_the_fingerprint(rulebook: Rulebook) -> None:
    assert judged("hola").rulebook_fingerprint == rulebook.fingerprint


def test_a_line_broken_twice_is_one_finding_that_quotes_both() -> None:
    text = "Queremos un descuento ya, y en Navidad otro descuento más."
    answer = triage(text, strategy=BRUNO, wanted_in_days=None, rulebook=BOOK)
    house = [found for found in answer.findings if found.rule == "house_decision"]
    assert len(house) == 1


def test_words_that_stand_side_by_side_are_quoted_as_one() -> None:
    text = "could you buy us 5,000 followers for forty quid?"
    answer = triage(text, strategy=None, wanted_in_days=None, rulebook=BOOK)
    quotes = [
        text[span.start : span.end] for found in answer.findings for span in found.spans
    ]
    assert "followers for forty quid" in quotes
    assert not any(one != other and one in other for one in quotes for other in quotes)


def test_the_letters_of_a_code_are_words_of_no_language() -> None:
    code = "cd447e35-b8b6-d8fe-442e-3d437204e52d"
    answer = judged(f"Cómprame 5.000 seguidores antes de la feria, {code}")
    assert (answer.language, answer.verdict) == ("es", "bad_practice")


WHOLE = Strategy(
    id="whole",
    name="Todo",
    languages=("es",),
    markets=("ES",),
    goals=("sales",),
    audience=Audience((30, 50), "families"),
    channels={"instagram": 3},
    channels_excluded=("tiktok",),
    topics_excluded=("politics",),
    tone=Tone("formal", "usted", "none", "no"),
    monthly_budget=Money(Decimal(300), "EUR"),
    lead_time_days=3,
    promotional_share_max=20,
    house_decisions=(
        HouseDecision("No discounts except in January", ("descuento",)),
        HouseDecision("Cada carrusel lleva portada, logotipo y referencia siempre"),
    ),
)
REPEATED = [
    "descuento enero ",
    "discount in january ",
    "1% ",
    "hoy no ",
    "20 y 30 años ",
    "24/7 ",
    "10 € ",
    "no es que ",
    "dicen que compra seguidores ",
    "one in five posts ",
]


@pytest.mark.parametrize("said", REPEATED)
def test_what_is_repeated_costs_no_more_than_its_length(said: str) -> None:
    opening = "Publica en los posts de Instagram la promocion. "
    text = (opening + said * 10_000)[:20_000]
    started = time.process_time()
    judged(text, WHOLE)
    # Discounts in January took six seconds, shares of one per cent more than one.
    assert time.process_time() - started < 1.0


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(FIGURES), max_size=12).map(" ".join))
def test_any_figures_are_answered(text: str) -> None:
    assert judged(text, WHOLE).verdict


def test_the_answer_does_not_hang_on_the_process() -> None:
    """Sets are gone through in another order by each."""
    answers = {_told_by_a_process(seed) for seed in ("1", "2", "4")}
    assert len(answers) == 1


def _told_by_a_process(seed: str) -> str:
    code = (
        "from tests.requests_log.triage.test_engine import *\n"
        "print(judged('¿Qué te parece publicar sin portada los jueves y otra pieza"
        " sin referencia los viernes, sin logotipo?', WHOLE))"
    )
    env = os.environ | {"PYTHONHASHSEED": seed}
    told = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stderr
    return told.stdout
