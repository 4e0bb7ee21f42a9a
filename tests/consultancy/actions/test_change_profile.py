import hashlib
from contextlib import suppress
from pathlib import Path

import pytest
from django.conf import settings

from consultancy.actions.change_profile import change_profile
from consultancy.errors import DocumentNotWritten, InstallationReadOnly
from consultancy.models import Brand, Document
from consultancy.paper.errors import RenderError
from consultancy.selectors.brand import brand_of, logo_for_paper
from requests_log.actions.record_decision import record_decision
from requests_log.actions.write_letter import write_letter
from requests_log.selectors.letterhead import letterhead_of
from tests.logos import change_look, logo_file
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


def no_renderer(*_args, **_kwargs):
    raise RenderError(RenderError.BUSY)


def stored_files():
    return sorted(Path(settings.MEDIA_ROOT).glob("logos/*/*.png"))


def test_a_logo_is_kept_and_entered_in_the_ledger_by_its_sum(marta):
    change_look(marta, accent="#9b1c31", logo=logo_file())
    brand = Brand.objects.get()
    payload = marta.ledger_entries.latest("seq").payload.content
    assert len(stored_files()) == 2
    assert brand.accent == payload["accent"] == "#9b1c31"
    assert brand.logo_sha256 == payload["logo_sha256"]
    assert brand.logo_sha256 == hashlib.sha256(logo_for_paper(brand) or b"").hexdigest()


def test_a_new_logo_takes_the_place_of_the_old(
    marta, django_capture_on_commit_callbacks
):
    change_look(marta, logo=logo_file())
    before = stored_files()
    with django_capture_on_commit_callbacks(execute=True):
        change_look(marta, logo=logo_file("#003366"))
    assert len(stored_files()) == 2
    assert not set(before) & set(stored_files())


def test_a_logo_can_be_removed(marta, django_capture_on_commit_callbacks):
    change_look(marta, accent="#9b1c31", logo=logo_file())
    with django_capture_on_commit_callbacks(execute=True):
        change_look(marta, accent="#9b1c31", removes_logo=True)
    assert stored_files() == []
    assert brand_of(marta).accent == "#9b1c31"
    assert logo_for_paper(brand_of(marta)) is None


def test_who_says_nothing_of_the_look_keeps_it(marta):
    change_look(marta, accent="#9b1c31", logo=logo_file())
    change(marta)
    assert brand_of(marta).accent == "#9b1c31"
    assert logo_for_paper(brand_of(marta))


def test_nothing_stays_of_a_logo_that_could_not_be_recorded(marta, settings):
    settings.SIGNING_SECRET = ""
    with pytest.raises(InstallationReadOnly):
        change_look(marta, logo=logo_file())
    assert stored_files() == []
    assert not Brand.objects.exists()


def test_a_pending_letter_prints_the_look_it_was_reserved_with(
    bruno, monkeypatch, django_capture_on_commit_callbacks
):
    marta = bruno.consultant
    change_look(marta, accent="#9b1c31", logo=logo_file())
    frozen = letterhead_of(marta)
    monkeypatch.setattr("consultancy.actions.issue_document.render", no_renderer)
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        change_look(marta, accent="#003366", removes_logo=True)
    jobs = []
    monkeypatch.setattr("consultancy.actions.issue_document.render", jobs.append)
    with suppress(DocumentNotWritten):
        write_letter(Document.objects.get(), at=NOW)
    (job,) = jobs
    assert job.assets["logo"].content == frozen.logo
    assert "--accent: #9b1c31" in job.html
