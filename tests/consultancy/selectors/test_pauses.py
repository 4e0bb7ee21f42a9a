from datetime import timedelta

from axes.models import AccessAttempt

from consultancy.selectors.pauses import pause_ends_at
from tests.people import NOW


def test_it_ends_a_quarter_of_an_hour_after_the_last_wrong_try(db):
    for minutes, agent in ((0, "one"), (5, "another")):
        attempt = AccessAttempt.objects.create(
            username="marta@example.com",
            ip_address="192.0.2.1",
            user_agent=agent,
            failures_since_start=4,
        )
        attempt.attempt_time = NOW + timedelta(minutes=minutes)
        attempt.save()
    ends = pause_ends_at("marta@example.com", "192.0.2.1")
    assert ends == NOW + timedelta(minutes=20)
    assert pause_ends_at("marta@example.com", "192.0.2.2") is None
