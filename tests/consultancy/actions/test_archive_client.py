from consultancy.actions.archive_client import archive_client, restore_client
from consultancy.models import LedgerEntry
from consultancy.selectors.clients import clients_of, clients_offered
from tests.people import NOW


def entered(client):
    entries = LedgerEntry.objects.filter(subject=f"client:{client.pk}")
    return list(entries.order_by("seq").values_list("kind", flat=True))[2:]


def test_an_archived_client_is_kept_and_offered_no_more(bruno):
    archive_client(bruno, at=NOW)
    assert not clients_offered(bruno.consultant).exists()
    assert list(clients_of(bruno.consultant)) == [bruno]


def test_each_act_sent_twice_is_done_once(bruno):
    archive_client(bruno, at=NOW)
    archive_client(bruno, at=NOW)
    restore_client(bruno, at=NOW)
    restore_client(bruno, at=NOW)
    assert entered(bruno) == ["client_archived", "client_restored"]
    assert list(clients_offered(bruno.consultant)) == [bruno]
