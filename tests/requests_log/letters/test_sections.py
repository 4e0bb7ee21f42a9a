from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from requests_log.letters import sections
from requests_log.letters.parts import (
    Argument,
    Authority,
    Channel,
    Factor,
    Finding,
    Standing,
    StrategyLine,
)

from .samples import make_letter, moment

ON = date(2026, 3, 3)


@pytest.fixture(autouse=True)
def in_english() -> Any:
    with translation.override("en"):
        yield


def finding(**changes: Any) -> sections.Section:
    """Return the one finding of a letter as it is printed."""
    letter = make_letter("en")
    (told,) = letter.advice.findings
    advice = replace(letter.advice, findings=(replace(told, **changes),))
    section: sections.Section = sections.advice(replace(letter, advice=advice))
    (printed,) = section["findings"]
    return dict(printed)


def test_the_request_tells_how_and_when_it_came() -> None:
    asked = sections.asked(make_letter("en"))
    assert asked["source"] == "By WhatsApp, on 18\xa0November 2026, 10:40 (UTC+1)"
    assert asked["recorded"] == ""


def test_a_request_logged_later_tells_when() -> None:
    letter = make_letter("en")
    late = replace(letter.asked, moment=moment(4, recorded_after=15))
    asked = sections.asked(replace(letter, asked=late))
    assert asked["recorded"] == "18\xa0November 2026, 10:55 (UTC+1)"


@pytest.mark.parametrize(
    ("agreed", "words"), [(True, "agreed on"), (False, "noted by the consultant on")]
)
def test_a_strategy_without_proof_was_noted_and_not_agreed(
    agreed: bool, words: str
) -> None:
    line = StrategyLine(line="No TikTok", on=ON, agreed=agreed)
    printed = finding(strategy=line)["strategy"]
    assert printed == f"The strategy says: No TikTok ({words} 3\xa0March 2026)."


@pytest.mark.parametrize(
    ("argument", "printed"),
    [
        ("No TikTok (agreed on 3 March 2026).", ""),
        ("TikTok takes time.", "The strategy says: No TikTok"),
    ],
)
def test_a_line_of_the_strategy_is_said_once(argument: str, printed: str) -> None:
    letter = make_letter("en")
    (told,) = letter.advice.findings
    line = StrategyLine(line="No TikTok", on=ON, agreed=True)
    advice = replace(
        letter.advice,
        findings=(replace(told, strategy=line),),
        arguments=(Argument(Factor.STRATEGY, argument),),
    )
    (shown,) = sections.advice(replace(letter, advice=advice))["findings"]
    assert shown["strategy"].startswith(printed)
    assert bool(shown["strategy"]) is bool(printed)


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing.UNDOUBTED, ""),
        (Standing.NO_SAY, "Bruno Peña is not among those who decide for the client."),
        (Standing.HAD_LEFT, "Bruno Peña was no longer with the client by then."),
    ],
)
def test_the_letter_says_soberly_whose_word_does_not_count(
    standing: Standing, words: str
) -> None:
    letter = make_letter("en")
    taken = replace(letter.decision, standing=standing)
    said = sections.decision(taken, letter.zone)["standing"]
    assert said.endswith(words)
    assert bool(said) is bool(words)


def test_a_rule_of_one_s_own_is_named_as_such_and_never_as_law() -> None:
    assert finding(own_version=3)["own"] == (
        "A rule of the consultant's own (version 3); not a law or a platform's rule."
    )
    assert finding()["own"] == ""


def test_an_authority_that_was_not_verified_is_not_printed() -> None:
    hearsay = Authority(name="Hearsay", checked_on=ON)
    checked = Authority(name="An Act", article="7", checked_on=ON, verified=True)
    printed = finding(authorities=(hearsay, checked))["authorities"]
    assert printed == ["An Act, 7 (checked on 3\xa0March 2026)"]


def test_arguments_stand_together_by_factor_in_one_order() -> None:
    letter = make_letter("en")
    told = tuple(
        Argument(factor, factor.value)
        for factor in (Factor.RESOURCES, Factor.EXPERIENCE, Factor.RESOURCES)
    )
    section = sections.advice(
        replace(letter, advice=replace(letter.advice, arguments=told))
    )
    labels = [(str(each["label"]), len(each["texts"])) for each in section["arguments"]]
    assert labels == [("Experience", 1), ("The resources at hand", 2)]


def test_who_asked_stands_beside_when() -> None:
    assert sections.asked(make_letter("en"))["sent_by"] == "Nuria Soler"


def told(language: str, **how: bool) -> str:
    """Return how the letter says it knows of the decision."""
    letter = make_letter(language, **how)
    said: str = sections.decision(letter.decision, letter.zone)["how"]
    return said


def test_a_decision_taken_by_telephone_says_who_wrote_it_down() -> None:
    assert told("en") == (
        "Recorded by Marta Ruiz after a call on 22\xa0November 2026, 10:40 (UTC+1), "
        "not confirmed by the client."
    )


def test_a_decision_taken_on_the_page_says_who_typed_it() -> None:
    how = told("en", is_recorded=False)
    assert how.startswith("Typed by Bruno Peña on the private page")


def test_a_name_with_percent_signs_is_a_name() -> None:
    letter = make_letter("en")
    taken = replace(letter.decision, recorded_by="100 %(name)s", channel=Channel.OTHER)
    how = sections.decision(taken, letter.zone)["how"]
    assert how.startswith("Recorded by 100 %(name)s after a conversation")


def test_a_fingerprint_is_printed_whole() -> None:
    letter = make_letter("en")
    rows = sections.timeline(letter)
    printed = ["".join(row["hash"]) for row in rows]
    assert printed == [entry.hash for entry in letter.timeline]


def test_a_finding_may_stand_alone() -> None:
    alone = Finding(rule="own", title="Title", why="Why")
    letter = make_letter("en")
    section = sections.advice(
        replace(letter, advice=replace(letter.advice, findings=(alone,)))
    )
    (printed,) = section["findings"]
    assert (printed["quotes"], printed["strategy"], printed["authorities"]) == (
        (),
        "",
        [],
    )
