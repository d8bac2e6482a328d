"""The worked numbers of the points, and the arithmetic against counting one by one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals_amazon.judging.health_points import (
    baseline,
    forecast,
    linear,
    lost,
    orders_after,
    orders_for,
)

orders_ = st.integers(0, 100_000)
scores = st.integers(0, 1000).map(Decimal)


@pytest.mark.parametrize(
    ("orders", "points"),
    [
        (0, 200),
        (199, 200),
        (200, 204),
        (1_000, 220),
        (10_000, 400),
        (39_999, 996),
        (40_000, 1000),
        (60_000, 1000),
    ],
)
def test_row_11_points_by_orders(orders, points):
    assert baseline(orders) == points


def test_row_11_the_other_reading_has_no_steps():
    assert linear(199) == Decimal("203.98")
    assert (linear(200), linear(40_000), linear(60_000)) == (204, 1000, 1000)


@pytest.mark.parametrize(("daily", "points"), [(10, 236), (50, 380), (100, 560), (222, 996), (223, 1000)])
def test_row_12_steady_daily_orders(daily, points):
    assert baseline(orders_after(0, daily, 180)) == points


@pytest.mark.parametrize(("points", "orders"), [(60, 3_000), (50, 2_600), (100, 5_000), (0, 0), (-7, 0)])
def test_row_13_orders_needed(points, orders):
    assert orders_for(Decimal(points)) == orders


@pytest.mark.parametrize(("orders", "score", "points"), [(10_000, 310, 90), (3_200, 140, 124)])
def test_row_14_points_lost(orders, score, points):
    assert lost(orders, Decimal(score)) == points


def test_row_14_a_rating_above_what_orders_give_shows_no_loss():
    assert lost(0, Decimal(201)) is None
    assert lost(0, Decimal(200)) == 0


def test_row_15_resolved_items_return_their_points():
    assert forecast(Decimal(310), orders=10_000, later=10_000, back=Decimal(90)) == 400
    assert forecast(Decimal(310), orders=10_000, later=10_000, back=Decimal(30)) == 340
    assert forecast(Decimal(140), orders=3_200, later=3_200, back=Decimal(60)) == 200


def test_row_15_orders_leave_after_180_days():
    assert [orders_after(9_000, 0, days) for days in (0, 1, 90, 179, 180, 400)] == [
        9000,
        8950,
        4500,
        50,
        0,
        0,
    ]
    assert [orders_after(0, 10, days) for days in (0, 1, 180, 181)] == [0, 10, 1800, 1800]
    assert forecast(Decimal(310), orders=10_000, later=0) == 110
    assert forecast(Decimal(400), orders=10_000, later=0) == 200
    assert forecast(Decimal(50), orders=10_000, later=0) == 0


@given(orders_)
def test_stepped_points_are_counted_order_by_order(orders):
    points = 200
    for step in range(200, orders + 1, 200):
        points += 4 * (step % 200 == 0)
    assert baseline(orders) == min(points, 1000)
    assert 0 <= linear(orders) - baseline(orders) < 4


@given(st.integers(0, 800))
def test_the_orders_for_points_are_the_fewest_of_full_steps(points):
    needed = orders_for(Decimal(points))
    assert baseline(needed) - 200 >= points
    assert needed == 0 or baseline(needed - 1) - 200 < points


@given(orders_, st.integers(0, 400), st.integers(0, 300))
def test_orders_that_leave_and_come_are_those_of_a_day_by_day_count(per_day, daily, days):
    days_of = [per_day] * 180 + [daily] * days
    assert orders_after(180 * per_day, daily, days) == sum(days_of[-180:])


@given(scores, orders_, orders_, scores)
def test_a_forecast_stays_on_the_scale_and_never_falls_with_more_orders(score, orders, later, back):
    found = forecast(score, orders=orders, later=later, back=back)
    assert 0 <= found <= 1000
    assert found <= forecast(score, orders=orders, later=later + 200, back=back)
    if lost(orders, score) == 0:
        assert forecast(score, orders=orders, later=0) == 200
