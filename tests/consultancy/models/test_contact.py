import pytest

from consultancy.models import Contact


@pytest.mark.parametrize(
    ("phone", "dial", "whatsapp"),
    [
        ("+34 600 11 22 33", "+34600112233", "34600112233"),
        ("96 123-45-67 (tardes)", "961234567", ""),
        ("", "", ""),
    ],
)
def test_a_number_is_dialled_as_it_was_meant(phone, dial, whatsapp):
    contact = Contact(phone=phone)
    assert (contact.dial, contact.whatsapp) == (dial, whatsapp)
