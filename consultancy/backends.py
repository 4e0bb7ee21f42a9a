"""Who may sign in."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser

from consultancy.models import User


class PracticeBackend(ModelBackend):
    """Django's own, but the demo user lives only while the demo does.

    Asked at every request, so that his open sessions end with it too.
    """

    def get_user(self, user_id: int) -> User | None:
        """Return the user with his practice, in the one query of every page."""
        users = User.objects.select_related("consultant")
        user = users.filter(pk=user_id).first()
        return user if self.user_can_authenticate(user) else None

    def user_can_authenticate(self, user: User | AnonymousUser | None) -> bool:
        hidden = isinstance(user, User) and user.is_demo and not settings.DEMO
        return not hidden and super().user_can_authenticate(user)
