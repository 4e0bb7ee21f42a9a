from consultancy.selectors.brand import logo_for_paper
from requests_log.actions.record_decision import record_decision
from requests_log.letters.kinds import from_record
from requests_log.selectors.letterhead import letterhead_of
from tests.logos import change_look, logo_file
from tests.people import NOW, answer, make_advised


def test_a_letter_freezes_the_logo_s_bytes_and_the_colour(bruno):
    marta = bruno.consultant
    change_look(marta, accent="#9b1c31", logo=logo_file())
    document = record_decision(make_advised(bruno), answer=answer(), at=NOW).document
    letter = from_record(document.record)
    assert letter.letterhead == letterhead_of(marta)
    assert letter.letterhead.accent == "#9b1c31"
    assert letter.letterhead.logo == logo_for_paper(marta.brand)


def test_it_takes_one_query(marta, django_assert_num_queries):
    change_look(marta, logo=logo_file())
    with django_assert_num_queries(1):
        letterhead_of(marta)
