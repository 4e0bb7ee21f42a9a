from consultancy.actions.save_contact import ContactData, add_contact, change_contact
from consultancy.selectors.clients import main_contact
from requests_log.actions.close_unanswered import close_unanswered
from requests_log.actions.note_reply import Reply, note_reply
from requests_log.actions.record_decision import record_decision
from requests_log.models import Message
from requests_log.selectors.contact_use import contact_was_used
from tests.people import (
    NOW,
    answer,
    make_advised,
    make_client,
    make_request,
    send_advice,
)


def eva_of(client):
    data = ContactData("Eva Sanz", "socia", "", True)
    return add_contact(client, contact=data, is_main=False, at=NOW)


def decide(client, name):
    told = answer("follows", by_name=name)
    record_decision(make_advised(client), answer=told, at=NOW)


def test_nobody_is_used_at_first(marta):
    client = make_client(marta)
    assert not contact_was_used(main_contact(client))


def test_who_sent_a_message_is(marta):
    client = make_client(marta)
    make_request(client)
    assert contact_was_used(main_contact(client))


def test_who_decided_is_however_the_name_was_written(bruno):
    eva = eva_of(bruno)
    decide(bruno, "EVA  sanz")
    assert contact_was_used(eva)


def test_who_was_written_to_about_silence_is(marta):
    client = make_client(marta)
    request = make_advised(client)
    Message.objects.update(sent_by=None)
    send_advice(request)
    close_unanswered(request, at=NOW)
    assert contact_was_used(main_contact(client))


def test_who_asked_back_is(bruno):
    eva = eva_of(bruno)
    request = make_advised(bruno)
    reply = Reply("ask", "¿Y con 1.000?", "Eva Sanz", "phone", NOW)
    note_reply(request, reply=reply, at=NOW)
    assert contact_was_used(eva)


def test_a_new_name_does_not_make_a_decision_forgotten(bruno):
    eva = eva_of(bruno)
    decide(bruno, "Eva Sanz")
    renamed = ContactData("Eva Sanz Roig", "socia", "", True)
    change_contact(eva, contact=renamed, seen={}, is_main=False, at=NOW)
    assert contact_was_used(eva)


def test_who_agreed_to_the_strategy_is(bruno):
    assert contact_was_used(main_contact(bruno))


def test_to_whom_a_letter_is_addressed_is(marta):
    client = make_client(marta)
    request = make_advised(client)
    request.message.sent_by = None
    request.message.save()
    told = answer("overrides", by_name="Un primo")
    record_decision(request, answer=told, at=NOW)
    assert contact_was_used(main_contact(client))


def test_a_decision_of_another_client_says_nothing(bruno):
    eva = eva_of(make_client(bruno.consultant, "Horno Ana"))
    decide(bruno, "Eva Sanz")
    assert not contact_was_used(eva)
