from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from consultancy.web.strategy_file_form import StrategyFileForm

ONE = """
- id: bruno
  name: Ferretería Bruno
  languages: [es]
  goals: [sales]
  channels: {instagram: 3}
"""
TWO = ONE + ONE.replace("bruno", "otra").replace("Ferretería Bruno", "Otra")


@pytest.fixture
def form(bruno):
    def form(text="", file=None):
        files = {"file": SimpleUploadedFile("s.yaml", file)} if file is not None else {}
        return StrategyFileForm(
            {"text": text}, files, client=bruno, today=date(2026, 11, 22)
        )

    return form


@pytest.mark.parametrize("text", [ONE, TWO])
def test_the_client_s_own_strategy_is_taken(form, text):
    pasted = form(text)
    assert pasted.is_valid(), pasted.errors
    assert pasted.strategy.name == "Ferretería Bruno"


def test_a_file_with_a_byte_order_mark_is_read(form):
    assert form(file=b"\xef\xbb\xbf" + ONE.encode()).is_valid()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (ONE + "  monthly_budget_eur: mucho\n", 7),
        (ONE + "  colour: red\n", 7),
        (ONE + "  topics: &a [x]\n", 7),
        (ONE + "  name: twice\n", 7),
        (ONE + "\tx: 1\n", 7),
        ("- id: a\n  name: !!python/object:os.system x\n", 2),
    ],
)
def test_a_broken_file_names_its_line(form, text, line):
    with translation.override("es"):
        refused = form(text)
        assert not refused.is_valid()
        assert str(line) in refused.errors["text"][0]


@pytest.mark.parametrize(
    "file", [b"\xff\xfe\x00", b"", b"- a: " + b"x" * 400_000, b"[" * 5000]
)
def test_a_file_that_is_no_strategy_is_refused(form, file):
    refused = form(file=file)
    assert not refused.is_valid()


def test_several_strategies_of_others_are_refused(form):
    refused = form(TWO.replace("Ferretería Bruno", "Nadie"))
    assert not refused.is_valid()
    assert refused.errors["__all__"]


@pytest.mark.parametrize(
    ("channels", "said"),
    [
        ("channels: {\n    facebook: 2, instagramm: 4}", "Line 7, instagramm"),
        ("channels: {Instagram: 4}", "Line 6, Instagram"),
        ("channels_excluded: [x,\n    instagran]", "Line 7, instagran"),
    ],
)
def test_a_channel_that_is_nearly_a_known_one_is_asked_about(form, channels, said):
    with translation.override("en"):
        refused = form(ONE.replace("channels: {instagram: 3}", channels))
        assert not refused.is_valid()
        assert refused.errors["text"] == [f"{said}: did you mean instagram?"]


def test_a_channel_nobody_here_knows_may_be_agreed(form):
    pasted = form(ONE.replace("instagram: 3", "instagram: 3, radio: 1, vlog: 1"))
    assert pasted.is_valid(), pasted.errors
    assert pasted.strategy.channels == {"instagram": 3, "radio": 1, "vlog": 1}


def test_without_the_hyphen_it_is_shown_how_a_list_is_written(form):
    refused = form("id: bruno\nname: Ferretería Bruno\n")
    assert not refused.is_valid()
    assert refused.is_no_list
    shown = form(refused.example)
    assert shown.is_valid(), shown.errors
    assert not form("- id: [").is_no_list
