"""Money to be spent, against the monthly budget."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.hits import Range
from requests_log.triage.numbers import Amount
from requests_log.triage.reading import Reading

_SMALLEST_BARE_SUM = 50
_DAYS_A_MONTH = 30
# Euros a unit has been worth at least and at most: a floor, whatever the day's rate.
_AT_LEAST = {"EUR": 1.0, "GBP": 1.05, "USD": 0.75}
_AT_MOST = {"EUR": 1.0, "GBP": 1.45, "USD": 1.05}


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Sums for advertising or promotion above what was agreed a month."""
    budget = strategy.monthly_budget
    if budget is None:
        return
    line = f"{budget.amount} {budget.currency}"
    for place in reading.of("budget_more"):
        yield Breach((place,), "monthly_budget", line)
    for amount in _sums(reading):
        place = (amount.first, amount.last)
        spent = reading.near(place, "spend", "advertise", words=18)
        spent = spent or reading.around(place, "work_money")
        if spent is None or reading.near(place, "income", words=5):
            continue
        worth = _worth(amount, budget.currency)
        if worth and worth * _times_a_month(reading, amount) > float(budget.amount):
            yield Breach((place, spent), "monthly_budget", line)


def _sums(reading: Reading) -> Iterator[Amount]:
    yield from reading.amounts
    named = {amount.first for amount in reading.amounts}
    for number in reading.quantities:
        place = (number.first, number.last)
        alone = number.first not in named and number.first - 1 not in named
        if (
            alone
            and number.value >= _SMALLEST_BARE_SUM
            and _counts_money(reading, place)
        ):
            yield Amount(number.first, number.last, number.value, "")


def _counts_money(reading: Reading, place: Range) -> bool:
    if reading.near(place, "countable", "percent", words=2):
        return False
    if reading.near(place, "advertise", words=4):
        return True
    return reading.near(place, "per_month", "spend", words=8) is not None


def _times_a_month(reading: Reading, amount: Amount) -> int:
    daily = reading.near((amount.first, amount.last), "per_day", words=3)
    for_days = reading.near((amount.first, amount.last), "for_a_few_days", words=12)
    return _DAYS_A_MONTH if daily and not for_days else 1


def _worth(amount: Amount, currency: str) -> float | None:
    """The sum in the budget's currency, never too high; None when none can tell."""
    if amount.currency in ("", currency):
        return amount.value
    theirs, ours = _AT_LEAST.get(amount.currency), _AT_MOST.get(currency)
    return amount.value * theirs / ours if theirs and ours else None


def touched(reading: Reading, strategy: Strategy) -> Iterator[str]:
    """Whether a sum is named above, or within, the monthly budget."""
    budget = strategy.monthly_budget
    if budget is None:
        return
    for amount in _sums(reading):
        worth = _worth(amount, budget.currency)
        if worth is not None:
            yield "sum_over" if worth > float(budget.amount) else "sum_within"


def line(_reading: Reading, strategy: Strategy) -> tuple[str, str] | None:
    """The monthly budget."""
    budget = strategy.monthly_budget
    if budget is None:
        return None
    return "monthly_budget", f"{budget.amount} {budget.currency}"
