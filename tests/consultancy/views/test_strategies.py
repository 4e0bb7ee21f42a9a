import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.html import escape

from consultancy.models import Client, StrategyVersion
from consultancy.selectors.clients import strategy_in_force
from consultancy.strategy_file import read_strategies
from tests.as_opened import as_opened
from tests.people import make_client, make_strategy, prove


def what_if(client):
    return reverse("requests_log:strategy_file_what_if", args=[client.pk])


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


def test_what_is_exported_can_be_imported(web, bruno):
    exported = web.get(reverse("strategy_export", args=[bruno.pk]))
    text = exported.content.decode().replace("instagram: 3", "instagram: 4")
    assert 'filename="ferreteria-bruno.yaml"' in exported["Content-Disposition"]
    seen = web.post(what_if(bruno), {"text": text}).context["form"]
    typed = {"text": text, "looked_at": seen["looked_at"].value()}
    web.post(reverse("strategy_import", args=[bruno.pk]), typed)
    versions = StrategyVersion.objects.order_by("number")
    assert [version.number for version in versions] == [1, 2]
    assert read_strategies(text)[0].channels == versions[1].strategy.channels


def test_what_is_exported_and_imported_as_it_is_makes_no_version(web, bruno):
    text = web.get(reverse("strategy_export", args=[bruno.pk])).content.decode()
    seen = web.post(what_if(bruno), {"text": text}).context["form"]
    typed = {"text": text, "looked_at": seen["looked_at"].value()}
    response = web.post(reverse("strategy_import", args=[bruno.pk]), typed)
    assert response.status_code == 422
    assert response.context["unchanged"]
    assert StrategyVersion.objects.count() == 1


def test_no_file_is_put_in_force_before_its_changes_were_seen(web, bruno):
    address = reverse("strategy_import", args=[bruno.pk])
    text = web.get(reverse("strategy_export", args=[bruno.pk])).content.decode()
    other = text.replace("instagram: 3", "instagram: 4")
    seen = web.post(what_if(bruno), {"text": text}).context["form"]["looked_at"].value()
    for looked_at in ("", "x", seen):
        response = web.post(address, {"text": other, "looked_at": looked_at})
        assert response.status_code == 422
        assert not response.context["form"]["looked_at"].value()
        assert response.context["form"]["text"].value() == other
    assert StrategyVersion.objects.count() == 1


def test_a_broken_file_changes_nothing_and_stays_to_be_mended(web, bruno):
    typed = "- id: x\n  name: [\n"
    response = web.post(reverse("strategy_import", args=[bruno.pk]), {"text": typed})
    assert response.status_code == 422
    assert "- id: x" in response.content.decode()
    assert StrategyVersion.objects.count() == 1


def test_a_file_that_is_no_list_is_answered_with_an_example(web, bruno):
    address = reverse("strategy_import", args=[bruno.pk])
    assert "<pre" not in web.post(address, {"text": "- id: ["}).content.decode()
    page = web.post(address, {"text": "id: bruno"}).content.decode()
    example = page.split("<pre")[1].split("</pre")[0]
    assert "- id: ferreteria-bruno" in example


def test_a_file_that_is_refused_for_another_field_is_shown_as_text(web, bruno):
    text = web.get(reverse("strategy_export", args=[bruno.pk])).content
    response = web.post(
        reverse("strategy_import", args=[bruno.pk]),
        {"file": SimpleUploadedFile("s.yaml", text), "agreed_by": "Bruno"},
    )
    assert response.status_code == 422
    assert response.context["form"]["text"].value() == text.decode()


def test_the_editor_opens_with_what_is_in_force(
    web, bruno, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8):
        page = web.get(reverse("strategy_edit", args=[bruno.pk]))
    form = page.context["form"]
    assert form.initial["channel_tiktok"] == "out"
    assert form.initial["lead_time_days"] == 3


def sent(web, bruno, **changes):
    """Send the editor as a browser does, with some fields typed anew."""
    address = reverse("strategy_edit", args=[bruno.pk])
    form = web.get(address).context["form"]
    typed = as_opened(form)
    typed.pop("held", None)
    return web.post(address, typed | changes)


def test_a_change_makes_the_next_version_with_its_agreement(web, bruno):
    response = sent(
        web,
        bruno,
        lead_time_days="5",
        agreed_on="2026-11-01",
        agreed_how="signed",
        agreed_by="Bruno Peña",
        uploads=SimpleUploadedFile("acta.pdf", b"%PDF-1.7"),
    )
    assert response.status_code == 302
    version = strategy_in_force(bruno)
    assert (version.number, version.is_agreed) == (2, True)
    assert [file.name for file in version.proof.all()] == ["acta.pdf"]
    assert version.strategy.lead_time_days == 5
    assert version.strategy.topics == ("herramientas", "bricolaje")


def test_a_form_that_changes_nothing_says_so(web, bruno):
    response = sent(web, bruno)
    assert response.status_code == 422
    assert StrategyVersion.objects.count() == 1
    proof = reverse("strategy_proof", args=[strategy_in_force(bruno).pk])
    assert proof in response.content.decode()


def test_the_later_of_two_tabs_hears_what_came_meanwhile_and_loses_nothing(web, bruno):
    make_strategy(bruno, topics=["herramientas", "jardín"])
    response = sent(web, bruno, after="1", lead_time_days="9", topics="pintura")
    assert response.status_code == 422
    page = response.content.decode()
    assert "jardín" in page
    assert response.context["form"]["lead_time_days"].value() == "9"
    assert response.context["form"]["after"].value() == "2"
    assert strategy_in_force(bruno).number == 2
    sent(web, bruno, after="2", lead_time_days="9", topics="pintura")
    assert strategy_in_force(bruno).strategy.topics == ("pintura",)


def test_a_refused_form_holds_the_files(web, bruno):
    file = SimpleUploadedFile("acta.pdf", b"%PDF-1.7")
    response = sent(web, bruno, lead_time_days="x", agreed_on="", uploads=file)
    assert response.status_code == 422
    assert "acta.pdf" in response.content.decode()


def test_bringing_back_fills_the_form_and_stores_nothing(web, bruno):
    make_strategy(bruno, lead_time_days=9)
    address = reverse("strategy_edit", args=[bruno.pk])
    form = web.get(f"{address}?from=1").context["form"]
    assert form.initial["lead_time_days"] == 3
    assert form.initial["after"] == 2
    assert StrategyVersion.objects.count() == 2


@pytest.mark.parametrize("number", ["0", "99", "x", "-1", "9" * 30, "²"])
def test_a_version_that_is_not_there_fills_nothing(web, bruno, number):
    address = reverse("strategy_edit", args=[bruno.pk])
    page = web.get(f"{address}?from={number}")
    assert page.status_code == 200
    assert page.context["filled_from"] is None


def test_read_only_the_editor_keeps_what_was_typed(web, bruno, settings):
    settings.SIGNING_SECRET = ""
    response = sent(web, bruno, lead_time_days="9")
    assert response.status_code == 422
    assert response.context["form"]["lead_time_days"].value() == "9"


def test_versions_are_told_newest_first_in_few_queries(
    web, bruno, django_assert_max_num_queries
):
    prove(strategy_in_force(bruno), "acta.pdf")
    for days in range(4, 40):
        make_strategy(bruno, lead_time_days=days)
    address = reverse("strategy_versions", args=[bruno.pk])
    with django_assert_max_num_queries(8):
        first = web.get(address)
    rows = first.context["page"].rows
    assert rows[0].version.number == 37
    assert all(len(row.changes) == 1 for row in rows)
    key = first.context["page"].next_key
    last = web.get(address, {"after": key}).context["page"].rows[-1]
    assert (last.version.number, last.changes) == (1, None)
    assert "acta.pdf" in web.get(address, {"after": key}).content.decode()


def test_no_template_is_chosen_where_the_sector_suggests_none(marta, browser_of):
    client = make_client(marta, "Bodega Ribera")
    Client.objects.filter(pk=client.pk).update(sector="bodega")
    page = browser_of(marta).get(reverse("strategy_edit", args=[client.pk]))
    choices = page.content.decode().split('id="template"')[1].split("</select>")[0]
    assert choices.split("<option ")[1].startswith('value="">')
    assert " selected" not in choices


def test_an_empty_strategy_may_start_from_a_template(marta, browser_of):
    client = make_client(marta, "Bar Nou")
    Client.objects.filter(pk=client.pk).update(sector="bar de tapas")
    web, address = browser_of(marta), reverse("strategy_edit", args=[client.pk])
    page = web.get(address)
    suggested = [each.code for each in page.context["templates"] if each.is_suggested]
    assert suggested == ["restaurant_bar"]
    form = web.get(address, {"template": "restaurant_bar"}).context["form"]
    assert form.initial["channel_instagram"] == "3"
    assert form.initial["languages"] == ["es"]
    assert any("descuento" in line for line in form.initial["house_decisions"])
    assert not StrategyVersion.objects.exists()
    assert web.get(address, {"template": "../x"}).context["template"] is None


def test_a_strategy_in_force_is_not_started_anew(web, bruno):
    address = reverse("strategy_edit", args=[bruno.pk])
    page = web.get(address, {"template": "shop"})
    assert list(page.context["templates"]) == []
    assert page.context["form"].initial["lead_time_days"] == 3


@pytest.mark.parametrize(
    "hostile",
    [
        {"channel_a\x00b": "3"},
        {"channel_" + "a" * 600: "3"},
        {"channel_": "3"},
        {"after": "9" * 30},
        {"after": "-1"},
        {"held": "7777"},
        {"topics": "a" * 501},
        {"currency": "€"},
        {"audience": "\u202evecinos"},
    ],
)
def test_what_no_browser_sends_is_refused_and_makes_nothing(web, bruno, hostile):
    response = sent(web, bruno, **({"lead_time_days": "9"} | hostile))
    assert response.status_code == 422
    assert StrategyVersion.objects.count() == 1


@pytest.mark.parametrize("name", ["<img src=x onerror=alert(1)>", "{{ 7*7 }}", "%s"])
def test_what_looks_like_code_is_text_on_every_page(web, bruno, name):
    version = make_strategy(bruno, topics=[name], house_decisions=[{"decision": name}])
    for address in (
        reverse("strategy_versions", args=[bruno.pk]),
        reverse("strategy_version", args=[version.pk]),
        reverse("strategy_edit", args=[bruno.pk]),
    ):
        page = web.get(address).content.decode()
        assert "<img src=x" not in page
        assert escape(name) in page
