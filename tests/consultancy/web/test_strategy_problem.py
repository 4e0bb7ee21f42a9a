import pytest
from django.utils.translation import override

from consultancy.strategy_values import StrategyFileError
from consultancy.web.strategy_problem import explain, explain_in_form


@pytest.mark.parametrize(
    ("problem", "expected", "told"),
    [
        ("not_an_amount", "1500 or 99.5", "1500 o 99.5"),
        ("not_a_list", "a list of strategies", "una lista de estrategias"),
        ("not_text", "text up to 500 signs", "un texto de hasta 500 caracteres"),
        ("too_long", "at most 400 signs", "400 caracteres como mucho"),
        ("too_many", "at most 9", "9 como mucho"),
        ("not_a_phrase", "1 to 6 words", "de 1 a 6 palabras"),
        ("repeated", "Bread or cake", "Bread or cake"),
    ],
)
def test_what_was_expected_is_said_in_the_readers_language(problem, expected, told):
    with override("es"):
        assert told in explain(StrategyFileError(3, "x", problem, expected))
    with override("en"):
        said = explain(StrategyFileError(3, "x", problem, expected))
        assert expected.replace("signs", "characters") in said


def test_a_form_names_no_codes():
    error = StrategyFileError(None, "ages", "ages_reversed", "[from, to]")
    with override("en"):
        said = explain_in_form(error, at_its_field=True)
        assert said == "The first age is higher than the second."
        error = StrategyFileError(None, "house_decisions", "too_many")
        said = explain_in_form(error, at_its_field=False)
        assert said.startswith("House decisions: ")


def test_choices_are_listed_whatever_stands_between_them():
    error = StrategyFileError(3, "verdict", "unknown_choice", "bad or off")
    with override("es"):
        assert "una de estas: bad, off" in explain(error)
