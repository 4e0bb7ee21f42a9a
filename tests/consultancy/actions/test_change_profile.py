from consultancy.actions.change_profile import change_profile
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised

LETTERHEAD = {
    "name": "Marta R. Vives",
    "trade": "Consultora",
    "tax_id": "NIF 1",
    "address": "Calle 1",
    "email": "m@example.com",
    "phone": "+34",
}


def change(consultant, **more):
    change_profile(
        consultant,
        letterhead=LETTERHEAD | more,
        language="en",
        time_zone="America/Bogota",
        at=NOW,
    )


def test_letterhead_language_and_zone_are_stored(marta):
    change(marta)
    marta.refresh_from_db()
    assert (marta.trade, marta.user.language) == ("Consultora", "en")
    assert marta.user.time_zone == "America/Bogota"


def test_a_letter_issued_earlier_keeps_its_letterhead(bruno):
    earlier = record_decision(make_advised(bruno), answer=answer(), at=NOW).document
    change(bruno.consultant)
    earlier.refresh_from_db()
    assert earlier.record["letterhead"]["name"] == "Marta Roldán"


def test_a_new_name_signs_with_a_certificate_in_that_name(bruno):
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    change(bruno.consultant)
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    keys = bruno.consultant.signing_keys.order_by("id")
    assert [key.name for key in keys] == ["Marta Roldán", "Marta R. Vives"]
    assert [key.retired_at is None for key in keys] == [False, True]
