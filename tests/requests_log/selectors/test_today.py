from requests_log.models import ClientRequest
from requests_log.selectors.lists import ENOUGH
from requests_log.selectors.today import today_of
from tests.people import NOW, make_advised, make_request


def waiting(consultant):
    return {w.stage: w.count for w in today_of(consultant).waiting}


def test_a_new_practice_is_told_where_to_begin(marta):
    today = today_of(marta)
    assert today.is_new
    assert today.is_clear


def test_today_holds_what_waits_for_the_consultant(bruno):
    make_request(bruno)
    make_advised(bruno)
    assert waiting(bruno.consultant) == {"logged": 1, "objected": 0, "advised": 1}


def test_more_than_enough_is_not_counted(bruno):
    first = make_request(bruno)
    ClientRequest.objects.bulk_create(
        ClientRequest(
            consultant=bruno.consultant,
            client=bruno,
            message=first.message,
            text="x",
            stage="logged",
            verdict="fine",
            received_at=NOW,
        )
        for _ in range(ENOUGH + 20)
    )
    logged = today_of(bruno.consultant).waiting[0]
    assert logged.more_than_counted
    assert logged.count == ENOUGH + 1


def test_today_takes_few_queries(bruno, django_assert_max_num_queries):
    make_request(bruno)
    with django_assert_max_num_queries(6):
        today_of(bruno.consultant)
