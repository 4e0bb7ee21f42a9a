import pytest
from django.urls import reverse

from consultancy.models import LedgerEntry, StrategyVersion
from tests.as_opened import as_opened

HTMX = {"HX-Request": "true"}
ASKED = "Presta el local a la banda y publica la foto."
DECIDED = "El local no se usa para otra cosa"


@pytest.fixture
def ask(english, bruno):
    """Send the editor as it is opened, with these changes, to be tried."""
    form = english.get(reverse("strategy_edit", args=[bruno.pk])).context["form"]
    told = as_opened(form)
    address = reverse("requests_log:strategy_trial", args=[bruno.pk])

    def ask(headers=None, **changes):
        return english.post(address, told | changes, headers=headers)

    return ask


def test_htmx_gets_the_answer_alone_in_few_queries(ask, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        response = ask(
            HTMX, sample=ASKED, house_decisions=f"{DECIDED} | presta el local"
        )
    page = response.content.decode()
    assert "<form" not in page
    assert f"House decisions: {DECIDED}" in page
    assert "<mark" in page


def test_a_strategy_that_is_deaf_to_it_says_what_to_write(ask):
    page = ask(HTMX, sample=ASKED, house_decisions=DECIDED).content.decode()
    assert "No line of the strategy hears it." in page


def test_a_line_that_hears_it_and_is_set_aside_is_named(ask):
    asked = "¿Podemos abrir un TikTok? ¿Qué opinas?"
    page = ask(HTMX, sample=asked).content.decode()
    assert "It is heard and set aside" in page
    assert "Channels left out: TikTok" in page


def test_every_line_whose_words_are_marked_is_named(ask):
    asked = "Abrimos un TikTok y subimos 900 euros de anuncios."
    response = ask(
        HTMX,
        sample=f"{asked} Y unas fotos de antes y después",
        house_decisions="Sin fotos de antes y después | antes y después",
    )
    trial, page = response.context["trial"], response.content.decode()
    assert "antes y después" in [each.text for each in trial.segments if each.verdict]
    named = [line for _field, line in [*trial.broken, *trial.aside]]
    assert {"TikTok", "Sin fotos de antes y después"} <= set(named)
    assert all(f": {line}</li>" in page for line in named)


def test_without_htmx_the_page_comes_again_with_all_that_was_typed(ask):
    response = ask(sample=ASKED, topics="pintura\njardín")
    page = response.content.decode()
    assert response.status_code == 200
    assert response.context["trial"].broken == []
    assert ASKED in page
    assert "pintura\njardín" in page


def test_nothing_to_try_says_nothing(ask):
    assert ask(HTMX).content.decode().strip() == ""
    assert ask(HTMX, budget="mucho").content.decode().strip() == ""


def test_a_refused_form_says_what_to_mend(ask):
    page = ask(HTMX, sample=ASKED, budget="mucho").content.decode()
    assert "#id_budget" in page
    assert "#id_sample" in ask(HTMX, sample="a" * 50_000).content.decode()


def test_nothing_is_stored(ask):
    entries = LedgerEntry.objects.count()
    ask(HTMX, sample=ASKED, house_decisions=DECIDED)
    ask(sample=ASKED, house_decisions=DECIDED)
    assert LedgerEntry.objects.count() == entries
    assert StrategyVersion.objects.count() == 1


def test_what_was_tried_is_no_part_of_the_version(ask, english, bruno):
    form = english.get(reverse("strategy_edit", args=[bruno.pk])).context["form"]
    told = as_opened(form)
    address = reverse("strategy_edit", args=[bruno.pk])
    response = english.post(address, told | {"sample": ASKED, "topics": "pintura"})
    assert response.status_code == 302
    version = StrategyVersion.objects.latest("number")
    assert ASKED not in str(version.strategy)
