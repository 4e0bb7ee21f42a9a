"""Looking at a page, however it is asked for, changes nothing."""

from django.apps import apps
from django.core.serializers import serialize

from consultancy.models import Session
from tests.security.test_isolation import (
    ONES_OWN,
    OWNERS,
    SOMEBODYS,
    address,
    martas,
)

__all__ = ["martas"]
# What forms of the app would take, sent where it must not count.
TOLD = {
    "verdict": "fine",
    "reason": "Lo conozco bien.",
    "lowered": "on",
    "outcome": "follows",
    "by_name": "Bruno Peña",
    "channel": "whatsapp",
    "words": "Sí",
    "kind": "ask",
    "today": "1",
    "sequel": "not_done",
    "happened_on": "2026-11-20",
    "assessment": "right",
    "status": "paused",
    "email": "otra@example.com",
    "name": "Otro nombre",
    "text": "Una nota",
    "reminder_days": "3",
    "password": "una contraseña larga",
    "_method": "POST",
}


def everything():
    """Return all rows of both apps; when a browser was last used may change."""
    tables = [
        table
        for label in ("consultancy", "requests_log")
        for table in apps.get_app_config(label).get_models(include_auto_created=True)
        if table is not Session
    ]
    return [serialize("json", table.objects.order_by("pk")) for table in tables]


def test_only_a_post_changes_anything(martas, marta, browser_of):
    browser, before = browser_of(marta), everything()
    posts = {"X-HTTP-Method-Override": "POST", "X-Method-Override": "POST"}
    looks = (browser.get, browser.head)
    others = (browser.options, browser.put, browser.patch, browser.delete)
    for name in sorted({*SOMEBODYS, *OWNERS, *ONES_OWN}):
        place = address(name, martas)
        answers = [look(place, TOLD, headers=posts).status_code for look in looks]
        answers += [other(place, headers=posts).status_code for other in others]
        assert max(answers) < 500, name
        assert everything() == before, name
