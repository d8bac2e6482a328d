from decimal import Decimal

import pytest

from sellervitals_amazon.rates.bill import UNKNOWN, Owed, total


def usd(amount, source="the report"):
    return Owed(Decimal(amount), "USD", source)


def test_amounts_are_added_before_they_are_rounded():
    owed = [usd("0.004") for _ in range(3)]
    assert [each.money.amount for each in owed] == [Decimal("0.00")] * 3
    found = total(owed)
    assert (found.amount, found.currency, found.source) == (Decimal("0.01"), "USD", "the report")


def test_currencies_are_never_added():
    assert total([usd(1), Owed(Decimal(1), "GBP")]) is None


@pytest.mark.parametrize("owed", [[], [UNKNOWN], [Owed(Decimal(1), "XXX")]])
def test_what_nobody_knows_has_no_sum(owed):
    assert total(owed) is None
    assert [each.money for each in owed] == [None] * len(owed)


def test_an_unknown_amount_makes_the_sum_a_least_one():
    found = total([UNKNOWN, usd(2, "a table"), usd(3, "the report"), usd(4, "a table")])
    assert found.amount == 9
    assert found.source == "a table; the report; at least, for some have no amount"
