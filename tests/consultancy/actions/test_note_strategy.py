from consultancy.selectors.clients import strategy_in_force
from tests.people import make_strategy


def test_a_new_version_is_in_force_and_the_old_one_stays(bruno):
    first = strategy_in_force(bruno)
    second = make_strategy(bruno, lead_time_days=7)
    assert (first.number, second.number) == (1, 2)
    assert strategy_in_force(bruno) == second
    first.refresh_from_db()
    assert first.strategy.lead_time_days == 3
