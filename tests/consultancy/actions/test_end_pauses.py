from axes.models import AccessAttempt

from consultancy.actions.end_pauses import end_pauses


def test_only_the_user_s_own_wrong_tries_are_forgotten(marta, nadia):
    for email in ("marta@example.com", "nadia@example.com"):
        AccessAttempt.objects.create(username=email, failures_since_start=8)
    end_pauses(marta.user)
    assert AccessAttempt.objects.get().username == "nadia@example.com"
