from consultancy.models import Contact
from consultancy.selectors.clients import main_contact
from requests_log.actions import take_out_contact as room
from tests.people import NOW, make_client, make_request


def take_out(contact):
    return room.take_out_contact(contact, on=NOW.date(), successor=None, at=NOW)


def test_a_contact_nobody_heard_of_is_gone(marta):
    contact = main_contact(make_client(marta))
    assert take_out(contact)
    assert not Contact.objects.exists()


def test_a_message_logged_at_the_same_moment_keeps_him(marta, monkeypatch):
    client = make_client(marta)
    contact = main_contact(client)
    make_request(client)

    def not_yet(_contact):
        monkeypatch.undo()
        return False

    monkeypatch.setattr(room, "contact_was_used", not_yet)
    assert not take_out(contact)
    contact.refresh_from_db()
    assert contact.left_on == NOW.date()


def test_of_two_tabs_the_later_finds_him_gone(marta):
    contact = main_contact(make_client(marta))
    other_tab = Contact.objects.get(pk=contact.pk)
    assert take_out(contact)
    assert take_out(other_tab)
