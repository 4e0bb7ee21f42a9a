import pytest

from requests_log.triage.numbers import amounts, quantities
from requests_log.triage.text import Text


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("1.500", 1500),
        ("mil quinientos", 1500),
        ("dos mil", 2000),
        ("5 mil", 5000),
        ("10k", 10_000),
        ("nine hundred", 900),
        ("two grand", 2000),
        ("treinta y cinco", 35),
        ("9,99", 9.99),
        ("1.234,56", 1234.56),
        ("1,500.00", 1500),
        ("1.500.000,5", 1_500_000.5),
        ("veintisiete", 27),
        ("treinta y una", 31),
        ("twenty one", 21),
        ("thirty and a", 30),
        ("once a week", 1),
        ("once veces", 11),
    ],
)
def test_a_number_is_read_in_figures_or_words(source: str, value: float) -> None:
    assert quantities(Text(source))[0].value == value


@pytest.mark.parametrize(
    ("source", "value", "currency"),
    [
        ("1.200 €", 1200, "EUR"),
        ("£900", 900, "GBP"),
        ("950 pesos", 950, ""),
        ("two grand", 2000, ""),
        ("40 pavos", 40, "EUR"),
    ],
)
def test_a_sum_knows_its_currency(source: str, value: float, currency: str) -> None:
    text = Text(source)
    (amount,) = amounts(text, quantities(text))
    assert (amount.value, amount.currency) == (value, currency)


def test_a_number_alone_is_no_money() -> None:
    text = Text("tres fotos")
    assert amounts(text, quantities(text)) == ()
