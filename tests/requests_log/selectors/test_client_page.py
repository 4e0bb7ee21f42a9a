"""The figures on a client's page."""

import pytest

from requests_log.actions.correct_decision import correct_decision
from requests_log.actions.record_decision import record_decision
from requests_log.selectors.client_page import client_with_figures
from tests.people import NOW, answer, make_advised

pytestmark = pytest.mark.django_db


def test_each_decision_counts_by_how_the_client_decided(bruno):
    for outcome in ("follows", "overrides", "overrides"):
        record_decision(make_advised(bruno), answer=answer(outcome), at=NOW)
    figures = client_with_figures(bruno.consultant, bruno.pk)
    assert (figures.asked, figures.objected) == (3, 3)
    assert (figures.followed, figures.overridden) == (1, 2)


def test_a_decision_that_was_corrected_does_not_count_twice(bruno):
    request = make_advised(bruno)
    record_decision(request, answer=answer("overrides"), at=NOW)
    correct_decision(request, answer=answer("follows"), reason="Entendí mal.", at=NOW)
    figures = client_with_figures(bruno.consultant, bruno.pk)
    assert (figures.followed, figures.overridden) == (1, 0)
