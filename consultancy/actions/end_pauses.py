"""Let somebody in who was wrong too often and has shown who he is."""

from axes.models import AccessAttempt

from consultancy.models import User


def end_pauses(user: User) -> None:
    """Forget every wrong password that was tried for USER."""
    AccessAttempt.objects.filter(username=user.email).delete()
