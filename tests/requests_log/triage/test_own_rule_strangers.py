import pytest

from consultancy.strategy_values import StrategyFileError
from requests_log.triage.own_rule_file import read_own_rules, write_own_rules
from requests_log.triage.own_rule_strangers import Known
from tests.requests_log.triage.own_rules import own_rule

KNOWN = Known(ideas={"price_talk"}, clients={"bruno"}, key=str.casefold)
GOOD = write_own_rules([own_rule(clients=("Bruno",))])


def test_what_is_known_passes():
    assert read_own_rules(GOOD, known=KNOWN) == (own_rule(clients=("Bruno",)),)


@pytest.mark.parametrize(
    ("text", "field", "problem"),
    [
        (GOOD.replace("Bruno", "Otra"), "clients", "unknown_client"),
        (GOOD.replace("price_talk", "publish"), "ideas", "unknown_idea"),
        (GOOD + GOOD.replace("Nada", "nada"), "name", "repeated"),
    ],
)
def test_what_is_not_is_named(text, field, problem):
    with pytest.raises(StrategyFileError) as caught:
        read_own_rules(text, known=KNOWN)
    assert (caught.value.field, caught.value.problem) == (field, problem)
    assert caught.value.line
