import pytest

from consultancy.actions.save_contact import ContactData, add_contact
from consultancy.selectors.clients import main_contact
from requests_log.forms.new_request import NewRequestForm
from tests.people import NOW


@pytest.fixture
def eva(bruno):
    add_contact(
        bruno, contact=ContactData("Ana Mira", "", "", True), is_main=False, at=NOW
    )
    add_contact(
        bruno, contact=ContactData("Ana Gil", "", "", True), is_main=False, at=NOW
    )
    data = ContactData("Eva Sanz", "socia", "", True)
    return add_contact(bruno, contact=data, is_main=False, at=NOW)


def sender(client, name, **told):
    text = f"[12/11/25, 10:22] {name}: Hola, ¿puedes?"
    data = {"text": text, "client": client.pk, "channel": "whatsapp"}
    form = NewRequestForm(data | told, consultant=client.consultant, now=NOW)
    assert form.is_valid(), form.errors
    return form.incoming().sent_by


@pytest.mark.parametrize("name", ["Eva Sanz", "EVA", "eva  sanz"])
def test_a_copied_message_tells_who_sent_it(bruno, eva, name):
    assert sender(bruno, name) == eva
    assert sender(bruno, name, sent_by=main_contact(bruno).pk) == eva


@pytest.mark.parametrize("name", ["Ana", "Eva Sanchís", "Un número"])
def test_a_name_that_could_be_anybody_s_says_nothing(bruno, eva, name):
    assert sender(bruno, name) == main_contact(bruno)


def test_who_was_chosen_by_hand_stays(bruno, eva):
    assert sender(bruno, "Ana Gil", sent_by=eva.pk) == eva
    assert sender(bruno, "Ana Gil", sent_by="other") is None
