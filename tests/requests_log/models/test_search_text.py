"""The same words find the same requests, whichever database keeps them."""

import pytest
from django.db import connection

from consultancy.selectors.clients import clients_of
from requests_log.models import ClientRequest, search_index
from requests_log.models.search_text import LONGEST_WORD, Search, fold
from requests_log.selectors.filters import words_of
from tests.people import make_client, make_request

TEXTS = {
    "logo": "Rediseña el logotipo para la CAMPAÑA de Año Nuevo",
    "invoice": "The checkout page fails: foo@bar.com, order 2024-0017, $1,250.50",
    "site": "Migración del sitio: núcleo, copias y http://tienda.example/pago?x=1",
    "mail": "E-mail newsletter, naïve résumé, Straße, ﬁnal, İstanbul",
    "tag": "Usa #PromoVerano2026 y @bar_lola, 50% dto. ¡¡YA!! 😅",
    "russian": "Пожалуйста, сделайте пост завтра",
    "chinese": "请 关注 我们",
    "hidden": "com\u00adpra segui\u200ddores ＦＵＬＬ",
    "sql": "'; DROP TABLE x; -- NOT OR AND NEAR(a b) title:x {y} ^z",
    "long": "a" * 5000 + " cola",
}
QUERIES = {
    "logo": "logo",
    "LOGOTIPO campana": "logo",
    "campaña": "logo",
    "redisena": "logo",
    "ano nuevo": "logo",
    "nuevo año logotipo": "logo",
    "tipo": "",
    "foo@bar.com": "invoice",
    "2024-0017": "invoice",
    "0017": "invoice",
    "1,250": "invoice",
    "1250": "",
    "checkout fail": "invoice",
    "checkout logo": "",
    "migraci": "site",
    "nucleo copia": "site",
    "tienda pago": "site",
    "example": "site",
    "resume": "mail",
    "strasse": "mail",
    "STRASSE naïve": "mail",
    "final": "mail",
    "istanbul": "mail",
    "e-mail": "mail",
    "#promoverano2026": "tag",
    "promoverano": "tag",
    "bar_lola": "tag",
    "50%": "invoice tag",
    "bar": "invoice tag",
    "пост": "russian",
    "ЗАВТРА": "russian",
    "关注": "chinese",
    "compra seguidores": "hidden",
    "full": "hidden",
    "drop table": "sql",
    "a OR b": "sql",
    "logo OR invoice": "",
    "not": "sql",
    "near(a": "sql",
    "title:x": "sql",
    "{y} ^z": "sql",
    '"drop"': "sql",
    "dro*": "sql",
    "a" * 5000: "long",
    "a" * LONGEST_WORD + " cola": "long",
    "cafetería": "chinese hidden invoice logo long mail russian site sql tag",
    "cafeteria logo": "logo",
    "sol cafe compra": "hidden",
    "zzz": "",
}


@pytest.fixture
def sol(marta):
    return make_client(marta, "Cafetería Sol")


@pytest.fixture
def requests(sol):
    return {name: make_request(sol, text) for name, text in TEXTS.items()}


def found(consultant, query, most=None):
    words = words_of(query, clients=list(clients_of(consultant)))
    search = Search(consultant.pk, words, most)
    rows = ClientRequest.objects.filter(search_text__words=search)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def test_each_query_finds_the_same_everywhere(requests, marta):
    names = {request.pk: name for name, request in requests.items()}
    hits = {
        query: " ".join(sorted(names[pk] for pk in found(marta, query)))
        for query in QUERIES
    }
    assert hits == QUERIES


def test_a_search_stays_inside_one_practice(requests, nadia):
    theirs = make_request(make_client(nadia, "Otro"), TEXTS["logo"])
    assert found(nadia, "logotipo") == [theirs.pk]
    assert found(requests["logo"].consultant, "logotipo") == [requests["logo"].pk]


def test_only_the_newest_are_found_where_that_is_asked(requests, marta):
    pks = sorted(request.pk for request in requests.values())
    assert found(marta, "cafetería", most=3) == pks[-3:]


def test_the_newest_are_ones_own(requests, marta, nadia):
    for _ in range(3):
        make_request(make_client(nadia, f"Otro {_}"), TEXTS["logo"])
    assert found(marta, "logotipo", most=2) == [requests["logo"].pk]


def test_a_client_is_found_by_the_name_he_has_now(requests, sol, marta):
    sol.name = "Panadería Luna"
    sol.save()
    assert found(marta, "cafetería") == []
    assert len(found(marta, "panaderia")) == len(TEXTS)


def test_a_changed_text_is_found_anew_and_a_deleted_one_no_more(requests, marta):
    rows = ClientRequest.objects.filter(pk=requests["logo"].pk)
    old = requests["logo"].search_text
    rows.update(search_text=old.replace("logotipo", "cartel"))
    assert found(marta, "logotipo") == []
    assert found(marta, "cartel") == [requests["logo"].pk]
    requests["logo"].triage.findings.all().delete()
    requests["logo"].triage.delete()
    rows.delete()
    assert found(marta, "cartel") == []


def test_no_mark_can_be_typed():
    assert fold("\ue0001 \ue0012") == ["1", "2"]


def test_the_index_is_whole_after_every_migration(db):
    assert search_index.missing(connection) == set()
