import pytest
from django.urls import reverse

from requests_log.actions.retire_own_rule import retire_own_rule
from requests_log.models import Finding, OwnRule, OwnRuleVersion
from tests.people import NOW, make_client, make_request, object_to
from tests.requests_log.own_rules import ASKS, form_data, write_rule

NEW = "/rules/own/new/"
TRY = "/rules/own/try/"
TEST = "/rules/own/back-test/"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


def text_of(response):
    return response.content.decode()


def test_a_rule_is_written_and_stands_on_its_page_and_in_the_list(web, bruno):
    sent = web.post(NEW, form_data(clients=[bruno.pk]))
    rule = OwnRule.objects.get()
    assert sent["Location"] == f"/rules/{rule.code}/"
    page = text_of(web.get(sent["Location"]))
    for words in ("letrero de la puerta", "precios y descuentos", "Ferretería Bruno"):
        assert words in page
    assert "Nada de precios en los carteles" in text_of(web.get("/rules/"))


def test_a_finding_of_it_is_named_as_one_s_own_with_its_version(web, bruno, marta):
    rule = write_rule(marta).rule
    request = make_request(bruno, ASKS)
    address = f"/rules/{rule.code}/versions/1/"
    assert address in text_of(web.get(f"/requests/{request.pk}/"))
    assert "Nada de precios" in text_of(web.get(address))
    assert web.get(f"/rules/{rule.code}/versions/2/").status_code == 404


def test_an_edit_makes_a_version_and_the_old_one_stays_readable(web, marta):
    code = write_rule(marta).rule.code
    edit = f"/rules/{code}/edit/"
    assert "letrero de la puerta" in text_of(web.get(edit))
    web.post(edit, form_data(verdict="bad_practice", after="1"))
    web.post(edit, form_data(verdict="bad_practice", after="1"))
    assert OwnRuleVersion.objects.count() == 2
    assert web.get(f"/rules/{code}/versions/1/").status_code == 200
    start = web.get(f"{edit}?version=1").context["form"]
    assert (start["verdict"].value(), start["after"].value()) == ("off_strategy", 2)


def test_of_two_tabs_the_later_one_is_told_and_loses_nothing(web, marta):
    code = write_rule(marta).rule.code
    edit = f"/rules/{code}/edit/"
    web.post(edit, form_data(verdict="bad_practice", after="1"))
    late = web.post(edit, form_data(why_es="Porque caducan.", after="1"))
    assert late.status_code == 422
    assert "Porque caducan." in text_of(late)
    assert 'name="after" value="2"' in text_of(late)


def test_a_name_in_use_is_said_at_its_field(web, marta):
    write_rule(marta)
    refused = web.post(NEW, form_data(factor="needs"))
    assert refused.status_code == 422
    assert "error_1_id_name_es" in text_of(refused)


def test_without_the_secret_nothing_is_written(web, settings):
    settings.SIGNING_SECRET = None
    assert web.post(NEW, form_data()).status_code == 422
    assert not OwnRule.objects.exists()


def test_it_is_retired_and_taken_up_again(web, marta):
    code = write_rule(marta).rule.code
    assert web.post(f"/rules/{code}/retire/").status_code == 302
    assert OwnRule.objects.get().retired_at
    assert f"/rules/{code}/restore/" in text_of(web.get(f"/rules/{code}/"))
    web.post(f"/rules/{code}/restore/")
    assert OwnRule.objects.get().retired_at is None


def test_nobody_else_retires_it(nadia, marta, browser_of):
    code = write_rule(marta).rule.code
    for act in ("retire", "restore"):
        assert browser_of(nadia).post(f"/rules/{code}/{act}/").status_code == 404
    assert OwnRule.objects.get().retired_at is None


def test_a_retired_rule_s_requests_are_still_found(web, bruno, marta):
    rule = write_rule(marta).rule
    make_request(bruno, ASKS)
    make_request(bruno, "Sube la foto del equipo")
    retire_own_rule(rule, at=NOW)
    found = text_of(web.get("/requests/", {"rule": rule.code}))
    assert "carteles" in found
    assert "foto del equipo" not in found


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_the_sample_is_marked_at_once_with_or_without_htmx(web, headers):
    answer = web.post(TRY, form_data(sample=ASKS, name_es=""), headers=headers)
    assert answer.status_code == 200
    assert "mark-off_strategy" in text_of(answer)
    assert ("<html" in text_of(answer)) == (not headers)
    assert not OwnRule.objects.exists()


@pytest.mark.parametrize(
    ("sample", "said"),
    [
        ("No pongas precios en el cartel", "sets it aside"),
        ("Sube la foto", "It would stay quiet"),
        (
            "Bitte mach mir ein Plakat mit dem Preis und der Adresse",
            "No rule could read",
        ),
        ("Pon precio al cartel y cómprame 5.000 seguidores", "Other rules speak too"),
    ],
)
def test_the_trial_says_why_it_is_quiet(english, sample, said):
    answer = english.post(TRY, form_data(sample=sample), headers=HTMX)
    assert said in text_of(answer)


def test_the_log_is_read_piece_by_piece(english, bruno, monkeypatch):
    monkeypatch.setattr("requests_log.selectors.back_test.PIECE", 2)
    for text in (ASKS, "Sube la foto", ASKS + ", que son seguidores comprados", ASKS):
        make_request(bruno, text)
    first = text_of(english.post(TEST, form_data(), headers=HTMX))
    assert first.count("shifts") == 1
    assert "<dd>2</dd>" in first
    assert 'hx-trigger="load"' in first
    second = english.post(TEST, form_data(so_far=progress_in(first)), headers=HTMX)
    assert "<dd>4</dd>" in text_of(second)
    assert 'hx-trigger="load"' not in text_of(second)
    assert not Finding.objects.filter(rule__startswith="own").exists()


def test_the_counts_come_first_and_long_messages_are_cut(english, bruno):
    request = make_request(bruno, "Hola, Marta. " * 60 + ASKS)
    page = text_of(english.post(TEST, form_data(), headers=HTMX))
    assert page.index("<dl") < page.index("<mark")
    assert "Hola, Marta. " * 10 not in page
    assert "Read all of it" in page.split(f"/requests/{request.pk}/")[2]


def test_what_is_heard_later_joins_the_list_on_the_page(english, bruno, monkeypatch):
    monkeypatch.setattr("requests_log.selectors.back_test.PIECE", 1)
    make_request(bruno, ASKS), make_request(bruno, ASKS)
    first = text_of(english.post(TEST, form_data(), headers=HTMX))
    data = form_data(so_far=progress_in(first))
    joins = 'hx-swap-oob="beforeend:#back-test-list"'
    assert joins not in first
    assert joins in text_of(english.post(TEST, data, headers=HTMX))
    assert joins not in text_of(english.post(TEST, data))


def progress_in(page):
    return page.split('name="so_far" value="')[1].split('"')[0].replace("&amp;", "&")


def test_stopped_it_reads_no_more(web, bruno, django_assert_max_num_queries):
    make_request(bruno, ASKS)
    with django_assert_max_num_queries(4):
        page = web.post(TEST, form_data(stop="1", so_far="x|1|1|1|0"), headers=HTMX)
    assert "hx-trigger" not in text_of(page)
    assert "<mark" not in text_of(page)


@pytest.mark.parametrize("so_far", ["", "x", "|||||", "~|9|9|9|9", "a|-1|0|0|0"])
def test_a_progress_that_is_none_begins_at_the_top(web, bruno, so_far):
    make_request(bruno, ASKS)
    page = text_of(web.post(TEST, form_data(so_far=so_far), headers=HTMX))
    assert "<mark" in page


def test_an_objection_of_one_s_own_starts_a_rule(web, bruno):
    request = object_to(make_request(bruno), "off_strategy")
    address = f"{NEW}?from={request.pk}"
    assert address in text_of(web.get("/rules/fake_engagement/"))
    assert address in text_of(web.get(f"/requests/{request.pk}/"))
    page = web.get(address)
    assert "Lo conozco de otros clientes del sector." in page.context["note"]
    assert 'name="telling" value="seguidores"' in text_of(page)


def test_what_was_noted_for_the_record_is_not_what_the_client_will_read(web, bruno):
    request = object_to(make_request(bruno), "off_strategy")
    page = web.get(f"{NEW}?from={request.pk}")
    form = page.context["form"]
    assert "Lo conozco de otros clientes del sector." in text_of(page)
    assert form["verdict"].value() == "off_strategy"
    assert not any(form[f"why_{language}"].value() for language in ("es", "en"))


@pytest.mark.parametrize("query", ["?from=x", "?from=99999", f"?from={10**30}"])
def test_there_is_nothing_to_learn_from_what_is_not_there(web, query):
    assert web.get(NEW + query).status_code in (200, 404)


def test_a_rule_set_aside_is_named_and_can_be_mended(web, english, bruno, marta):
    version = write_rule(marta)
    way = version.fields["when"][0]
    way["groups"][0]["ideas"] = ["moonlight"]
    OwnRuleVersion.objects.update(fields=version.fields, digest="another")
    assert make_request(bruno, ASKS).verdict == "fine"
    code = version.rule.code
    assert "needs an edit" in text_of(english.get("/rules/"))
    assert "moonlight" in text_of(web.get(f"/rules/{code}/"))
    web.post(f"/rules/{code}/edit/", form_data(after="1"))
    assert make_request(bruno, ASKS).verdict == "off_strategy"


def test_what_cannot_be_read_has_a_page_all_the_same(web, marta):
    version = write_rule(marta)
    OwnRuleVersion.objects.update(fields={}, digest="another")
    code = version.rule.code
    for address in ("/rules/", f"/rules/{code}/", f"/rules/{code}/versions/1/"):
        assert web.get(address).status_code == 200
    assert web.get(f"/rules/{code}/edit/").status_code == 200


def test_pages_take_few_queries(web, bruno, marta, django_assert_max_num_queries):
    rule = write_rule(marta, clients=[bruno.pk, make_client(marta, "Otra").pk]).rule
    request = object_to(make_request(bruno, ASKS))
    for address in (
        "/rules/",
        f"/rules/{rule.code}/",
        f"/rules/{rule.code}/edit/",
        f"/rules/{rule.code}/versions/1/",
        NEW,
        f"{NEW}?from={request.pk}",
        f"/requests/{request.pk}/",
        reverse("requests_log:request_list"),
    ):
        with django_assert_max_num_queries(8):
            assert web.get(address).status_code == 200
    for address in (TRY, TEST):
        with django_assert_max_num_queries(8):
            web.post(address, form_data(sample=ASKS), headers=HTMX)


MARKUP = '"><img src=x onerror=alert(1)>{{ 7|add:7 }}'


def test_markup_is_shown_as_text_on_every_page(web, bruno):
    said = [name for name in form_data() if name.endswith("_es")]
    web.post(NEW, form_data(**dict.fromkeys(said, MARKUP), sample=MARKUP))
    rule = OwnRule.objects.get()
    request = object_to(make_request(bruno, ASKS))
    for address in (
        "/rules/",
        f"/rules/{rule.code}/",
        f"/rules/{rule.code}/edit/",
        f"/rules/{rule.code}/versions/1/",
        f"/requests/{request.pk}/",
        f"/requests/{request.pk}/recommend/",
    ):
        page = text_of(web.get(address))
        assert "<img src=x" not in page
        assert "img src=x" in page


@pytest.mark.parametrize("text", ["\x00", "a\u202eb"])
def test_text_no_database_holds_is_refused_calmly(web, text):
    for field in ("name_es", "way1_words_1"):
        data = form_data(**{field: text})
        assert web.post(NEW, data).status_code in (400, 422)
    assert not OwnRule.objects.exists()


def test_the_editor_is_not_too_heavy_for_a_slow_line(web):
    assert len(web.get(NEW).content) < 100_000
