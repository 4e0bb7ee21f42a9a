import pytest

from consultancy.models import SigningKey
from consultancy.selectors.readiness import why_read_only
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised


def test_with_its_secret_everything_may_be_written(marta):
    assert why_read_only(marta) is None


@pytest.mark.parametrize(
    ("secret", "reason"),
    [(None, "missing_secret"), ("", "missing_secret"), ("short", "wrong_secret")],
)
def test_without_a_sound_secret_nothing_may(marta, settings, secret, reason):
    settings.SIGNING_SECRET = secret
    assert why_read_only(marta) == reason


def test_another_secret_than_the_one_that_wrapped_the_key_is_told(bruno, settings):
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    assert SigningKey.objects.count() == 1
    settings.SIGNING_SECRET = "another secret, just as long as the one it was"
    assert why_read_only(bruno.consultant) == "wrong_secret"
