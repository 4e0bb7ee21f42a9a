from dataclasses import replace

import pytest

from requests_log.actions.recommend import recommend
from requests_log.errors import MoveRefused, NothingToArgue
from tests.people import ADVICE, NOW, WANTS_TIKTOK, make_request, object_to


def test_advice_has_versions_and_older_ones_stay(bruno):
    request = object_to(make_request(bruno))
    first = recommend(request, advice=ADVICE, at=NOW)
    second = recommend(request, advice=replace(ADVICE, reply="Otra."), at=NOW)
    assert (first.version, second.version) == (1, 2)
    first.refresh_from_db()
    assert first.reply == ADVICE.reply


def test_advice_keeps_the_client_s_language_and_form_of_address(bruno):
    request = object_to(make_request(bruno))
    advice = recommend(request, advice=ADVICE, at=NOW)
    assert (advice.language, advice.address_form) == ("es", "tu")


@pytest.mark.parametrize("part", ["arguments", "alternatives"])
def test_advice_argues_and_offers_something_else(bruno, part):
    request = object_to(make_request(bruno))
    with pytest.raises(NothingToArgue):
        recommend(request, advice=replace(ADVICE, **{part: ()}), at=NOW)
    assert request.stage == "objected"


def test_off_strategy_advice_names_a_consequence(bruno):
    request = object_to(make_request(bruno, WANTS_TIKTOK))
    with pytest.raises(NothingToArgue):
        recommend(request, advice=replace(ADVICE, consequences=()), at=NOW)


def test_nobody_advises_before_the_verdict_is_confirmed(bruno):
    with pytest.raises(MoveRefused):
        recommend(make_request(bruno), advice=ADVICE, at=NOW)
