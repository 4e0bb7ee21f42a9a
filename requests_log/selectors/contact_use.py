"""Does anything name a contact?"""

from consultancy.models import Contact, Document, LedgerEntry
from consultancy.models.name_key import name_key
from requests_log.models import ClientReply, Decision, Message


def contact_was_used(contact: Contact) -> bool:
    """Say whether the contact sent a message, asked back, decided, agreed to a strategy
    or had a letter addressed to him, under any name he was noted by."""
    if Message.objects.filter(sent_by=contact).exists():
        return True
    names = {name_key(name) for name in [contact.name, *_names_before(contact)]}
    return any(name_key(name) in names for name in _names_in_papers(contact))


def _names_in_papers(contact: Contact) -> set[str]:
    client = contact.client_id
    decided = Decision.objects.filter(request__client=client)
    asked = ClientReply.objects.filter(recommendation__request__client=client)
    written_to = Document.objects.filter(client=client)
    agreed = contact.client.strategies.values_list("agreed_by", flat=True)
    told = {
        *decided.values_list("by_name", flat=True).distinct(),
        *asked.values_list("by_name", flat=True).distinct(),
        *written_to.values_list("record__recipient__contact_name", flat=True),
        *agreed,
    }
    return {name for name in told if name}


def _names_before(contact: Contact) -> list[str]:
    entries = LedgerEntry.objects.of(contact.client.consultant).filter(
        subject=f"client:{contact.client_id}", kind="contact_changed"
    )
    contents = entries.values_list("payload__content", flat=True)
    return [
        told["changed"]["name"]["was"]
        for told in contents
        if told["contact"] == contact.pk and "name" in told["changed"]
    ]
