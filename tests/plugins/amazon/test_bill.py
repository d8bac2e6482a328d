from decimal import Decimal

from sellervitals_amazon.bill import Bill


def test_amounts_are_added_before_they_are_rounded():
    bill = Bill("the report")
    assert [bill.add(Decimal("0.004"), "USD").amount for _ in range(3)] == [Decimal("0.00")] * 3
    assert (bill.total.amount, bill.total.currency, bill.total.source) == (
        Decimal("0.01"),
        "USD",
        "the report",
    )


def test_currencies_are_never_added():
    bill = Bill("the report")
    bill.add(Decimal(1), "USD")
    assert bill.add(Decimal(1), "GBP").currency == "GBP"
    assert bill.total is None


def test_an_unknown_amount_makes_the_sum_a_least_one():
    bill = Bill("the report")
    assert bill.add(None, "USD") is None
    assert bill.add(Decimal(1), None) is None
    assert bill.add(Decimal(1), "XXX") is None
    assert bill.total is None
    bill.add(Decimal(2), "USD", "a table")
    assert bill.total.amount == 2
    assert bill.total.source == "a table; at least, for some have no amount"
