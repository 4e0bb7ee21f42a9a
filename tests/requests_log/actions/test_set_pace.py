from datetime import timedelta

from consultancy.models import LedgerEntry
from requests_log.actions.set_pace import set_pace
from requests_log.selectors.due import reminder_days
from tests.people import NOW, make_advised, send_advice


def test_reminders_follow_the_pace_of_the_practice(bruno, nadia):
    assert reminder_days(bruno.consultant) == [2, 5, 10]
    set_pace(bruno.consultant, reminder_days=[7], at=NOW)
    request = make_advised(bruno)
    send_advice(request)
    assert request.due_at == NOW + timedelta(days=7)
    assert reminder_days(nadia) == [2, 5, 10]
    payload = LedgerEntry.objects.get(kind="pace_set").payload.content
    assert payload == {"reminder_days": [7]}
