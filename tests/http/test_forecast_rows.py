"""The worked arithmetic of the policy notes (rows 9 to 18), through the service and nothing else."""

from datetime import date, timedelta

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings


@pytest.fixture(scope="module")
def client():
    app = create_app(Settings(database_url="sqlite:///:memory:", log_level="ERROR"))
    yield app.test_client()
    app.extensions["sellervitals"].store.close()


def forecast(client, as_of, site="US", **more):
    body = {"account": {"marketplace": "amazon", "site": site}, "as_of": as_of, **more}
    response = client.post("/v1/forecasts", json=body)
    assert response.status_code == 200, response.json
    return response.json


def line(answer, metric):
    (found,) = (each for each in answer["metrics"] if each["metric"] == metric)
    return found


def window(first, last, counts):
    """Daily counts of twenty orders, with some bad ones by day."""
    span = (last - first).days + 1
    whole = (first + timedelta(days=number) for number in range(span))
    return [{"day": str(day), "numerator": counts.get(day, 0), "denominator": 20} for day in whole]


CLEAN = {"order_defect_rate": {"numerator": "0", "denominator": "20"}}


def test_row_9_the_day_a_defect_leaves(client):
    first, last, order = date(2020, 9, 6), date(2020, 11, 4), date(2020, 9, 20)
    days = window(first, last, {order: 1})
    as_of = last + timedelta(days=14)
    answer = forecast(
        client,
        str(as_of),
        daily={"order_defect_rate": {"segment": "mfn", "days": days}},
        inflow=CLEAN,
    )
    path = line(answer, "order_defect_rate")["days"]
    assert path[0]["window"]["from"] == str(first)
    gone = next(each["day"] for each in path if each["value"]["expected"] == "0")
    assert date.fromisoformat(gone) == as_of + timedelta(days=15)


def test_row_10_good_orders_leave_too_so_the_formula_is_the_optimistic_bound(client):
    first, last = date(2020, 9, 6), date(2020, 11, 4)
    days = window(first, last, {last: 15})
    answer = forecast(
        client,
        "2020-11-18",
        daily={"order_defect_rate": {"segment": "mfn", "days": days}},
        inflow=CLEAN,
    )
    found = line(answer, "order_defect_rate")
    # 15 of 1,200: formula 5 asks for 301 clean orders, 16 days of them; but as many good ones leave
    assert (found["clean_needed"], found["clean_days"]) == (301, 16)
    assert found["days"][16]["outcome"] == "fail"
    assert found["days"][16]["numerator"] == 15
    assert found["recovery"]["expected"] == str(date(2020, 11, 18) + timedelta(days=60))


def test_row_17_the_window_of_the_invoice_defect_rate(client):
    counts = {"invoice_defect_rate": {"numerator": 1, "denominator": 100}}
    found = line(forecast(client, "2025-05-02", "DE", metrics=counts), "invoice_defect_rate")
    assert found["window"] == {"from": "2025-04-19", "to": "2025-04-25", "days": 7, "period": None}


def test_row_18_the_window_of_the_unit_on_time_delivery_rate(client):
    counts = {"unit_on_time_delivery_rate": {"numerator": 96, "denominator": 100}}
    found = line(forecast(client, "2025-09-30", metrics=counts), "unit_on_time_delivery_rate")
    assert found["window"] == {"from": "2025-09-10", "to": "2025-09-23", "days": 14, "period": None}


def rating(score, orders, **more):
    return {"account_health_rating": {"value": score}, "orders_180_days": {"value": orders}, **more}


def projected(answer, name, day=-1):
    found = [each for each in answer["projections"] if each["name"] == name]
    assert {each["basis"] for each in found} == {"inference"}
    return found[day]["value"]


class TestRow15:
    """10,000 orders and 310 points: baseline 400, so open violations seem to cost 90."""

    def ask(self, client, **more):
        open_ones = {"listing_policy_violations": {"value": 3, **more}}
        return forecast(client, "2026-06-01", metrics=rating(310, 10_000, **open_ones), horizon_days=200)

    def test_resolved_items_return_their_points(self, client):
        answer = self.ask(client)
        assert projected(answer, "all_resolved", 0) == projected(answer, "all_resolved") == "400"

    def test_unresolved_ones_age_off_180_days_after_their_date(self, client):
        answer = self.ask(client, window={"from": "2025-11-14", "to": "2026-05-12"})
        points = {
            each["day"]: each["value"] for each in answer["projections"] if each["name"] == "nothing_resolved"
        }
        assert points["2026-10-29"] == "310"
        assert points["2026-11-08"] == "400"
        assert sorted(points)[sorted(points).index("2026-11-08") - 1] == "2026-10-29"

    def test_orders_leave_after_180_days_too(self, client):
        answer = self.ask(client, window={"from": "2025-12-03", "to": "2026-05-31"})
        # half of the orders after 90 days: 5,000 give 300 instead of 400
        (half,) = (
            each["value"]
            for each in answer["projections"]
            if each["name"] == "no_new_orders" and each["day"] == "2026-08-30"
        )
        assert half == "210"
        # nothing but the 200 points of a new seller, with what the violations took back by then
        assert projected(answer, "no_new_orders") == "200"

    def test_without_orders_there_is_no_estimate(self, client):
        metrics = {"account_health_rating": {"value": 310}}
        assert forecast(client, "2026-06-01", metrics=metrics)["projections"] == []


@pytest.mark.parametrize(("daily", "points"), [(10, 236), (50, 380), (100, 560), (222, 996), (223, 1000)])
def test_row_12_steady_orders_a_day(client, daily, points):
    answer = forecast(
        client,
        "2026-06-01",
        metrics=rating(200, 0),
        inflow={"orders_180_days": {"numerator": str(daily)}},
        horizon_days=180,
    )
    assert projected(answer, "nothing_resolved") == str(points)


def estimates(client, metrics):
    body = {"account": {"marketplace": "amazon", "site": "US"}, "as_of": "2026-06-01", "store": False}
    answer = client.post("/v1/evaluations", json={**body, "metrics": metrics}).json
    (found,) = (each for each in answer["findings"] if each["rule"] == "amazon.account-health-rating")
    return {each["name"]: each["value"] for each in found["estimates"]}


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
def test_row_11_points_by_orders(client, orders, points):
    assert estimates(client, rating(150, orders))["points_from_orders"] == str(points)


@pytest.mark.parametrize(("score", "orders"), [(140, 3_000), (150, 2_600), (100, 5_000)])
def test_row_13_orders_for_points(client, score, orders):
    assert estimates(client, rating(score, 3_200))["orders_for_points"] == str(orders)


def test_row_14_points_lost(client):
    found = estimates(client, rating(310, 10_000, listing_policy_violations={"value": 3}))
    assert (found["points_lost"], found["points_per_violation"]) == ("90", "30")
    assert estimates(client, rating(140, 3_200))["points_lost"] == "124"


def test_the_twentieth_of_a_month_has_its_expected_rate(client):
    account = {"marketplace": "ebay", "site": "PROGRAM_US", "seller_id": "E1"}
    body = {"account": account, "as_of": "2026-06-01", "horizon_days": 60}
    window = {"from": "2026-03-01", "to": "2026-05-31"}
    metrics = {"transaction_defect_rate": {"numerator": 3, "denominator": 400, "window": window}}
    answer = client.post("/v1/forecasts", json={**body, "metrics": metrics})
    assert answer.status_code == 200, answer.json
    looks = [each for each in answer.json["calendar"] if each["name"] == "evaluation"]
    assert [(each["date"], each["kind"], each["value"], each["outcome"]) for each in looks] == [
        ("2026-06-20", "review", "0.0075", "pass"),
        ("2026-07-20", "review", "0.0075", "pass"),
    ]


def test_the_quarter_wipes_penalty_points(client):
    account = {"marketplace": "shopee", "site": "SG", "seller_id": "S1"}
    body = {"account": account, "as_of": "2026-06-01", "horizon_days": 60}
    answer = client.post("/v1/forecasts", json={**body, "metrics": {"penalty_points": {"value": 7}}})
    assert answer.status_code == 200, answer.json
    (reset,) = (each for each in answer.json["calendar"] if each["resets_to"] is not None)
    assert (reset["date"], reset["value"], reset["outcome"]) == ("2026-07-06", "0", "pass")
