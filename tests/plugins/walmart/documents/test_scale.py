"""Percent or decimal: every kind of evidence, alone and against another."""

from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals_walmart.documents.scale import is_percent
from sellervitals_walmart.words import Risk

AT_MOST_2 = sdk.Target(sdk.Comparator.AT_MOST, sdk.percent("2"))
D = Decimal


def told(rate, *, drivers=(), target=AT_MOST_2, risk=None, impacted=None, orders=None):
    return is_percent(D(rate), drivers=drivers, target=target, risk=risk, impacted=impacted, orders=orders)


@pytest.mark.parametrize("rate", ["1.01", "2.6", "100"])
def test_more_than_one_can_only_be_percent(rate):
    assert told(rate) is True
    assert told(rate, risk=Risk.GOOD, drivers=[D(260)]) is True


@pytest.mark.parametrize(
    ("rate", "risk", "percent"),
    [
        ("0.5", Risk.GOOD, True),  # as a decimal 50 %, which nobody would call good
        ("0.021", Risk.GOOD, True),
        ("0.02", Risk.GOOD, None),  # 0.02 % and 2 % are both good
        ("0.011", Risk.GOOD, None),
        ("0.026", Risk.URGENT, False),  # 0.026 % cannot be urgent
        ("0.02", Risk.URGENT, None),  # neither breaks the standard
        ("0.026", Risk.MONITOR, None),  # Walmart has shown it on both sides of the standard
        ("0.026", None, None),
    ],
)
def test_walmarts_verdict_tells_where_only_one_reading_fits(rate, risk, percent):
    assert told(rate, risk=risk) is percent


def test_without_a_standard_the_verdict_tells_nothing():
    assert told("0.5", target=None, risk=Risk.GOOD) is None


def test_drivers_that_add_up_to_a_hundred_times_the_rate_are_percent_and_the_rate_is_not():
    assert told("0.026", drivers=[D("0.78"), D("1.3"), D("0.52")]) is False
    assert told("0.026", drivers=[D("0.0078"), D("0.0182")]) is None
    assert told("0.026", drivers=[D(0), D(0)]) is None


@pytest.mark.parametrize(
    ("orders", "percent"),
    [("92300", True), ("1847", True), ("1846", None), ("923", None), ("1", None), (None, None)],
)
def test_more_orders_in_other_summaries_than_a_decimal_leaves_room_for_mean_percent(orders, percent):
    assert told("0.026", impacted=24, orders=None if orders is None else D(orders)) is percent


def test_evidence_that_contradicts_itself_tells_nothing():
    assert told("0.026", risk=Risk.URGENT, impacted=24, orders=D(92300)) is None
