import csv
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from requests_log.models import ClientRequest
from requests_log.selectors.filters import NOTHING, Filters
from requests_log.selectors.request_table import harmless, reader_in, table_of
from tests.people import NOW, WANTS_TIKTOK, make_advised, make_request

MADRID = ZoneInfo("Europe/Madrid")


def table(consultant, filters=NOTHING, language="en"):
    with translation.override(language):
        reader = reader_in(MADRID)
    text = "".join(table_of(consultant, filters=filters, reader=reader))
    assert text.startswith("\ufeff")
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    return list(csv.reader(lines, delimiter=reader.separator))


def test_a_line_says_all_of_a_request_in_the_readers_words_and_zone(bruno):
    request = make_request(bruno, 'Pon "horario",\nhoy; ya')
    _head, line = table(bruno.consultant)
    assert line == [
        str(request.pk),
        "2026-11-22 11:00+01:00",
        "Ferretería Bruno",
        "WhatsApp",
        'Pon "horario",\nhoy; ya',
        "Fine",
        "To confirm",
        "",
    ]


def test_advice_is_told_apart_by_whose_move_it_is(bruno):
    request = make_advised(bruno)
    rows = ClientRequest.objects.filter(pk=request.pk)
    told = []
    for changes in ({}, {"asked_at": NOW}, {"asked_at": None, "due_at": NOW}):
        rows.update(**changes)
        told.append(table(bruno.consultant)[1][6])
    assert told == ["To send", "To answer", "Waiting for the client"]


def test_spanish_spreadsheets_get_their_semicolons_and_words(bruno):
    make_request(bruno)
    _head, line = table(bruno.consultant, language="es")
    assert line[5:7] == ["Mala práctica", "Por confirmar"]


def test_what_is_filtered_out_is_not_in_it(bruno):
    make_request(bruno)
    make_request(bruno, WANTS_TIKTOK)
    _head, line = table(bruno.consultant, Filters(verdict="off_strategy"))
    assert line[4] == WANTS_TIKTOK


def test_another_consultants_requests_are_not_in_it(bruno, nadia):
    make_request(bruno)
    assert len(table(nadia)) == 1


@pytest.mark.parametrize("start", "= + - @ \t \r ＝ ＋ － ＠".split(" "))
@pytest.mark.parametrize("before", ["", " ", "\n", "\u200b", "\ufeff"])
def test_a_formula_is_defused(before, start):
    text = f'{before}{start}HYPERLINK("x")'
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("text", ["", " ", "a=b", "Hola", "5 - 3", "'=1", "¿-?", "😅"])
def test_plain_words_stay_as_they_are(text):
    assert harmless(text) == text
