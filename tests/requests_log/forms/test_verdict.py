import pytest

from requests_log.forms.verdict import VerdictForm
from tests.people import WANTS_TIKTOK, make_request

WHY = "Son anuncios pagados, lo he comprobado."


def form(request, **data):
    return VerdictForm(data, request=request)


def test_agreeing_needs_no_words(bruno):
    assert form(make_request(bruno), verdict="bad_practice").is_valid()


@pytest.mark.parametrize("reason", ["", "ok", "porque lo digo yo"])
def test_a_change_needs_a_reason_that_says_something(bruno, reason):
    changed = form(make_request(bruno, WANTS_TIKTOK), verdict="fine", reason=reason)
    assert list(changed.errors) == ["reason"]


def test_bad_practice_is_lowered_in_two_steps(bruno):
    request = make_request(bruno)
    once = form(request, verdict="fine", reason=WHY)
    assert list(once.errors) == ["lowered"]
    assert once.lowers
    assert form(request, verdict="fine", reason=WHY, lowered="on").is_valid()


def test_an_objection_of_one_s_own_says_what_it_goes_against(bruno):
    request = make_request(bruno, "Pon una foto del taladro nuevo en Instagram")
    vague = form(request, verdict="bad_practice", reason=WHY)
    assert list(vague.errors) == ["own_rule"]
    named = form(request, verdict="bad_practice", reason=WHY, own_rule="false_claims")
    assert named.is_valid(), named.errors


def test_an_own_rule_of_another_verdict_does_not_do(bruno):
    request = make_request(bruno, "Pon una foto del taladro nuevo en Instagram")
    mixed = form(request, verdict="bad_practice", reason=WHY, own_rule="channel")
    assert list(mixed.errors) == ["own_rule"]
