import pytest

from requests_log.selectors.meanwhile import meanwhile_on
from requests_log.selectors.timeline import seen_of, timeline_of
from tests.people import advise, make_advised, send_advice


def found(request, seen):
    request.refresh_from_db()
    return meanwhile_on(request, timeline_of(request), seen=seen)


def test_what_was_done_since_is_told_and_nothing_before(bruno):
    request = make_advised(bruno)
    seen = seen_of(request)
    assert found(request, seen) is None
    send_advice(request)
    meanwhile = found(request, seen)
    assert [step.kind for step in meanwhile.steps] == ["send"]
    assert (meanwhile.advice_seen, meanwhile.advice_now) == (None, None)


def test_advice_that_was_rewritten_is_told_in_both_versions(bruno):
    request = make_advised(bruno)
    seen = seen_of(request)
    advise(request)
    advise(request)
    meanwhile = found(request, seen)
    assert (meanwhile.advice_seen.version, meanwhile.advice_now.version) == (1, 3)
    assert len(meanwhile.steps) == 2


@pytest.mark.parametrize("seen", ["", "-1", "x", "99", "9" * 5_000, "²", "1 "])
def test_what_no_form_says_is_nothing(bruno, seen):
    assert found(make_advised(bruno), seen) is None
