import pytest

from tests.requests_log.triage.facts.conftest import Lines


@pytest.mark.parametrize(
    "text",
    [
        'Four posts in five to be "buy the case, link in bio"',
        "De cada diez publicaciones, ocho con el botón de compra",
        "Two of our three weekly posts should be plain advertisements",
        "Ni una sola publicación que no lleve a la tienda",
        "Every post should end with an offer, book now",
    ],
)
def test_more_selling_than_agreed_is_heard(text: str, broken_lines: Lines) -> None:
    assert "30" in broken_lines(text, promotional_share_max=30)


@pytest.mark.parametrize(
    "text",
    [
        "Una de cada cinco publicaciones con producto",
        "Habíamos quedado en que una de cada dos fuera promocional",
        "A full explainer video up in two days, with the price of a booking",
        "Nomás quiero saber si los compran",
    ],
)
def test_less_or_something_else_is_not(text: str, broken_lines: Lines) -> None:
    assert broken_lines(text, promotional_share_max=30) == []


@pytest.mark.parametrize(
    "text",
    [
        "Financiación al 0%: publícalo mañana",
        "What per cent of our posts are sales posts?",
        "Pon ٥% de descuento en los posts",
        "Que el 0% de los posts sean de ventas; publica 50 recetas este año",
    ],
)
def test_a_share_without_a_number_of_its_own_is_no_share(
    text: str, broken_lines: Lines
) -> None:
    assert broken_lines(text, promotional_share_max=30) == []
