"""Questions about clients and what was agreed with them."""

from django.db.models import QuerySet

from consultancy.models import Client, Consultant, Contact, StrategyVersion


def clients_of(consultant: Consultant) -> QuerySet[Client]:
    """Return all of the consultant's clients by name; who was erased is none."""
    return _present(consultant).order_by("name_key")


def clients_offered(consultant: Consultant) -> QuerySet[Client]:
    """Return those who may ask for something: all but the archived ones."""
    return clients_of(consultant).filter(archived_at=None)


def client_of(consultant: Consultant, pk: int) -> Client:
    """Return one client. Raises Client.DoesNotExist for somebody else's, and for one
    who was erased."""
    return _present(consultant).select_related("consultant__user").get(pk=pk)


def _present(consultant: Consultant) -> QuerySet[Client]:
    return Client.objects.of(consultant).filter(restricted_at=None)


def main_contact(client: Client) -> Contact | None:
    """Return the person who speaks for the client."""
    return client.contacts.filter(is_main=True).first()


def deciders_of(client: Client) -> list[Contact]:
    """Return the client's people who may decide for him."""
    return list(client.contacts.filter(may_decide=True).order_by("id"))


def strategy_in_force(client: Client) -> StrategyVersion | None:
    """Return the newest version of what was agreed."""
    return client.strategies.order_by("-number").first()
