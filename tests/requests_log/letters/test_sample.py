import io
from dataclasses import replace

import pikepdf
import pytest

from consultancy.paper.render import Renderer
from requests_log.letters.sample import sample_job

from .samples import ISSUED, LETTERHEAD, logo


def job_of(language: str = "es"):
    letterhead = replace(LETTERHEAD, logo=logo(), accent="#9b1c31")
    return sample_job(letterhead, language=language, zone="Europe/Madrid", at=ISSUED)


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_sample_has_a_number_that_no_letter_has(language: str) -> None:
    job = job_of(language)
    assert "2026-0000" in job.html
    assert "data-sample=" in job.html
    assert "sample.css" in job.stylesheets


def test_it_claims_no_agreement_that_it_does_not_date() -> None:
    assert "Instagram" in job_of("en").html
    assert "agreed" not in job_of("en").html


def test_every_page_is_marked(renderer: Renderer) -> None:
    job = job_of("en")
    marked = renderer.render(job)
    plain = renderer.render(replace(job, stylesheets=job.stylesheets[:1]))
    with (
        pikepdf.open(io.BytesIO(marked)) as ours,
        pikepdf.open(io.BytesIO(plain)) as theirs,
    ):
        assert len(ours.pages) == len(theirs.pages) > 1
        for page, without in zip(ours.pages, theirs.pages, strict=True):
            assert _texts(page) > _texts(without)


def _texts(page: pikepdf.Page) -> int:
    operations = pikepdf.parse_content_stream(page)
    return sum(str(each.operator) in {"Tj", "TJ"} for each in operations)
