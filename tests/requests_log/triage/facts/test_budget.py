import pytest

from tests.requests_log.triage.facts.conftest import Lines

ABOVE = [
    ("EUR", 350, "El consejo quiere que suba la inversión en anuncios a 900 euros"),
    ("EUR", 350, "ponle 900 al mes a los anuncios"),
    ("MXN", 6000, "metamos 25 mil pesotes de pauta este mes"),
    ("ARS", 250_000, "le ponemos 600 lucas a la campaña"),
    ("ARS", 250_000, "medio millón para la pauta"),
    ("COP", 800_000, "podemos echarle tres millones y medio a la pauta"),
    ("GBP", 350, "chuck a grand at Facebook ads this month"),
    ("GBP", 350, "double the ad budget from next week"),
    ("EUR", 900, "a hundred a day on Google ads"),
    ("EUR", 300, "Quote's two grand in pounds. Get it booked out of the comms pot"),
    ("EUR", 1200, "six thousand dollars for the shoot, please book her"),
    ("EUR", 700, "quisiera que este mes triplique lo que se invierte en avisos"),
]
WITHIN = [
    ("EUR", 350, "ponle 300 al mes a los anuncios"),
    ("GBP", 350, "put 50 quid behind the Sunday roast post"),
    ("EUR", 700, "contrátala, cobra 800 dólares"),
    ("EUR", 700, "dales el sí, son 90.000 COP"),
    ("EUR", 400, "15 euros al día durante una semana en anuncios"),
    ("EUR", 400, "cumplimos 1.500 seguidores, haz un anuncio"),
    ("EUR", 400, "Hemos facturado 9.000 euros con la campaña"),
]


@pytest.mark.parametrize(("currency", "amount", "text"), ABOVE)
def test_a_sum_above_the_month_breaks_the_budget(
    currency: str, amount: int, text: str, broken_lines: Lines
) -> None:
    budget = {"amount": str(amount), "currency": currency}
    assert broken_lines(text, monthly_budget=budget) == [f"{amount} {currency}"]


@pytest.mark.parametrize(("currency", "amount", "text"), WITHIN)
def test_a_sum_within_it_or_of_something_else_does_not(
    currency: str, amount: int, text: str, broken_lines: Lines
) -> None:
    budget = {"amount": str(amount), "currency": currency}
    assert broken_lines(text, monthly_budget=budget) == []
