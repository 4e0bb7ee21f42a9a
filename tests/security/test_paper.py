"""Words that are too much for a page: refused by the form, or broken to fit."""

from dataclasses import replace

import pytest
from django.urls import reverse

from consultancy.models import Document
from consultancy.paper.render import Renderer
from requests_log.letters.context import render_job
from tests.people import make_advised
from tests.requests_log.letters.samples import make_letter


def test_a_megabyte_of_words_is_a_form_error_and_no_letter(bruno, browser_of):
    """37: the limit is the form's, not the clock of the renderer."""
    page = browser_of(bruno.consultant).post(
        reverse("requests_log:request_decide", args=[make_advised(bruno).pk]),
        {
            "outcome": "overrides",
            "by_name": "Bruno Peña",
            "channel": "phone",
            "words": "sí " * 333_000,
        },
    )
    assert page.status_code == 422
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    "words",
    ["a\n" * 10_000, "\n" * 19_999 + "a", "W" * 20_000, "e" + "\u0301" * 19_999],
    ids=["lines", "line feeds", "one word", "marks"],
)
def test_the_longest_words_a_form_takes_are_drawn(words):
    """38, 39: twenty thousand line feeds, or one word of as many letters."""
    letter = make_letter()
    job = render_job(replace(letter, asked=replace(letter.asked, words=words)))
    renderer = Renderer()
    try:
        assert renderer.render(job).startswith(b"%PDF-")
    finally:
        renderer.close()
