import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consultancy.models import Document
from consultancy.paper.errors import RenderError
from tests.logos import change_look, logo_file

SAMPLE = reverse("requests_log:letter_sample")


@pytest.fixture
def jobs(monkeypatch):
    """Return what is to be rendered; nothing is."""
    jobs = []

    def render(job, **_limits):
        jobs.append(job)
        return b"%PDF"

    monkeypatch.setattr("requests_log.views.letter_sample.render", render)
    return jobs


def test_a_sample_is_a_pdf_and_takes_no_number(marta, browser_of):
    response = browser_of(marta).get(SAMPLE)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="sample.pdf"'
    assert response.content.startswith(b"%PDF")
    assert not Document.objects.exists()


def test_it_shows_what_is_stored(marta, browser_of, jobs):
    change_look(marta, accent="#9b1c31", logo=logo_file())
    browser_of(marta).get(SAMPLE)
    (job,) = jobs
    assert "--accent: #9b1c31" in job.html
    assert "logo" in job.assets
    assert "<title>Recomendación por escrito" in job.html


def test_it_shows_what_is_typed_and_stores_nothing(marta, browser_of, jobs):
    typed = {
        "name": "Marta R. <b>Vives</b>",
        "accent": "#003366",
        "language": "en",
        "logo": SimpleUploadedFile("logo.png", logo_file()),
    }
    browser_of(marta).post(SAMPLE, typed)
    (job,) = jobs
    assert "Marta R. &lt;b&gt;Vives&lt;/b&gt;" in job.html
    assert "--accent: #003366" in job.html
    assert "<title>Written recommendation" in job.html
    assert "logo" in job.assets
    marta.refresh_from_db()
    assert marta.name == "Marta Roldán"
    assert not hasattr(marta, "brand")


def test_what_would_be_refused_is_shown_as_it_is_stored(marta, browser_of, jobs):
    typed = {"name": "", "accent": "red;}*{", "logo": "x", "language": "fr"}
    assert browser_of(marta).post(SAMPLE, typed).status_code == 200
    assert "Marta Roldán" in jobs[0].html
    assert "--accent" not in jobs[0].html


def test_a_pale_colour_is_shown_in_its_readable_shade(marta, browser_of, jobs):
    browser_of(marta).post(SAMPLE, {"name": "M", "accent": "#ffd400"})
    assert "--accent: #8c7500" in jobs[0].html


def test_a_busy_renderer_is_no_error_of_ours(marta, browser_of, monkeypatch):
    def busy(_job, **_limits):
        raise RenderError(RenderError.BUSY)

    monkeypatch.setattr("requests_log.views.letter_sample.render", busy)
    response = browser_of(marta).get(SAMPLE)
    assert (response.status_code, response["Retry-After"]) == (503, "5")


def test_it_waits_for_its_turn_less_than_a_letter(marta, browser_of, monkeypatch):
    told = {}
    monkeypatch.setattr(
        "requests_log.views.letter_sample.render",
        lambda _job, **limits: told.update(limits) or b"%PDF",
    )
    browser_of(marta).get(SAMPLE)
    assert told["queue_seconds"] <= 2
    assert told["wall_seconds"] <= 10


def test_nothing_is_written_where_nothing_may_be(marta, browser_of, jobs, settings):
    settings.SIGNING_SECRET = ""
    assert browser_of(marta).get(SAMPLE).status_code == 200
