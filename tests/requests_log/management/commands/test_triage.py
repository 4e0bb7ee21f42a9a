import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command


def told(text: str, **options: object) -> str:
    out = io.StringIO()
    call_command("triage", text, stdout=out, **options)
    return out.getvalue()


def test_the_words_that_fired_are_marked() -> None:
    answer = told("Compra 5.000 seguidores")
    assert answer.startswith("bad_practice\n- fake_engagement")
    assert "[Compra] 5.000 [seguidores]" in answer


def test_nothing_found_reads_no_rule_objects() -> None:
    assert told("Sube la foto del horno el jueves") == "no rule objects\n"


def test_another_language_reads_no_rule_could_read_this() -> None:
    assert told("Bonjour, pouvez-vous publier cette photo ?") == (
        "no rule could read this\n"
    )


def test_what_was_set_aside_is_told_with_its_cue() -> None:
    assert "set aside: fake_engagement (negation" in told("No compres seguidores")


def test_an_unknown_strategy_is_refused(tmp_path: Path) -> None:
    profiles = tmp_path / "profiles.yaml"
    profiles.write_text("- {id: ana, name: Ana}", encoding="utf-8")
    with pytest.raises(CommandError, match="no strategy 'bruno'"):
        told("hola", profile=profiles, id="bruno")
