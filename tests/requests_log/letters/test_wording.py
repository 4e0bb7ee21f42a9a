import pytest
from django.utils import translation

from requests_log.letters.parts import Address, Channel, Factor, Standing
from requests_log.letters.wording import (
    ASKED_BY,
    DIRECT,
    FACTORS,
    RECORDED_AFTER,
    STANDINGS,
    place,
    step,
)
from requests_log.workflow import Move


def test_every_code_has_its_words() -> None:
    assert set(DIRECT) == set(Address)
    assert set(FACTORS) == set(Factor)
    assert set(STANDINGS) == set(Standing)
    assert set(ASKED_BY) == set(RECORDED_AFTER) == set(Channel)


def test_every_move_of_the_workflow_is_told_in_words() -> None:
    told = {step(move) for move in Move}
    assert not told & {move.replace("_", " ") for move in Move}


def test_a_step_nobody_foresaw_is_named_by_its_kind() -> None:
    assert step("moon_landed") == "moon landed"


@pytest.mark.parametrize(
    ("address", "title"), [(Address.TU, "Tú decides"), (Address.USTED, "Usted decide")]
)
def test_the_decision_is_the_client_s_in_both_forms(
    address: Address, title: str
) -> None:
    with translation.override("es"):
        assert str(DIRECT[address].you_decide) == title
    with translation.override("en"):
        assert str(DIRECT[address].you_decide) == "You decide"


@pytest.mark.parametrize("channel", Channel)
def test_a_recorded_decision_says_that_the_client_did_not_confirm_it(
    channel: Channel,
) -> None:
    with translation.override("en"):
        assert "not confirmed by the client" in str(RECORDED_AFTER[channel])
    with translation.override("es"):
        assert "sin confirmar por el cliente" in str(RECORDED_AFTER[channel])


@pytest.mark.parametrize(
    ("language", "code", "said"),
    [
        ("es", "US", "Estados Unidos"),
        ("en", "US", "United States"),
        ("es", "everywhere", ""),
        ("en", "NZ", "NZ"),
    ],
)
def test_where_an_authority_holds_is_said_in_words(
    language: str, code: str, said: str
) -> None:
    with translation.override(language):
        assert place(code) == said
