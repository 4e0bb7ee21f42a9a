import pytest
from django.utils import translation

from requests_log.letters.wording import STEPS, place
from requests_log.workflow import Move


@pytest.mark.parametrize(
    ("language", "code", "said"),
    [
        ("es", "US", "Estados Unidos"),
        ("en", "US", "United States"),
        ("es", "everywhere", ""),
        ("en", "NZ", "NZ"),
    ],
)
def test_where_an_authority_holds_is_said_in_words(language, code, said):
    with translation.override(language):
        assert place(code) == said


@pytest.mark.parametrize("move", [move for move in Move if move != Move.DROP])
def test_every_step_that_can_lead_to_a_letter_has_its_sentence(move):
    assert move in STEPS
