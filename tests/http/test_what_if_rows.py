"""Rows 1 to 8 and 13 of the worked arithmetic, through the API: one event more or less makes the verdict."""

import pytest

RULES = {
    "order_defect_rate": ("amazon.order-defect-rate", "mfn"),
    "late_shipment_rate": ("amazon.late-shipment-rate", "30d"),
    "cancellation_rate": ("amazon.cancellation-rate", None),
    "invoice_defect_rate": ("amazon.invoice-defect-rate", None),
    "valid_tracking_rate": ("amazon.valid-tracking-rate", None),
    "unit_on_time_delivery_rate": ("amazon.unit-on-time-delivery-rate", None),
    "sfp_valid_tracking_rate": ("amazon.sfp-valid-tracking", None),
    "account_health_rating": ("amazon.account-health-rating", None),
}
SITES = {"invoice_defect_rate": "DE"}
WORDS = {"valid_tracking_rate": "packages", "unit_on_time_delivery_rate": "tracked units"}


def base(metric, day="2026-11-22", **counts):
    segment = RULES[metric][1]
    return {
        "account": {"marketplace": "amazon", "site": SITES.get(metric, "US")},
        "as_of": day,
        "metrics": {metric: {**({"segment": segment} if segment else {}), **counts}},
    }


@pytest.fixture
def after(client):
    """Give the finding of a metric after changes of it, or of all that count the same."""

    def ask(metric, counts, changes=None, **more):
        wanted = {"metrics": {metric: changes}} if changes is not None else more
        body = {"base": base(metric, **counts), "changes": wanted, "result": True}
        response = client.post("/v1/simulations", json=body)
        assert response.status_code == 200, response.json
        found = {(each["rule"], each["segment"]): each for each in response.json["result"]["findings"]}
        return found[RULES[metric]]

    return ask


@pytest.fixture
def fails(after):
    def ask(*given, **more):
        outcome = after(*given, **more)["outcome"]
        assert outcome in {"pass", "warn", "fail"}
        return outcome == "fail"

    return ask


def of(bad, orders):
    return {"numerator": bad, "denominator": orders}


@pytest.mark.parametrize(("orders", "most"), [(1000, 9), (1250, 12), (250, 2), (100, 0)])
def test_row_1_most_defects_of_orders_that_were_placed(fails, orders, most):
    assert not fails("order_defect_rate", of(0, orders), {"set": {"numerator": most}})
    assert fails("order_defect_rate", of(0, orders), {"set": {"numerator": most + 1}})


@pytest.mark.parametrize(
    ("metric", "bad", "orders", "more"),
    [
        ("order_defect_rate", 6, 1000, 3),
        ("order_defect_rate", 10, 1250, 2),
        ("order_defect_rate", 2, 250, 0),
        # row 3, the counts of the schema
        ("order_defect_rate", 1078, 539_000, 4311),
        ("late_shipment_rate", 27_896, 870_669, 6930),
        ("invoice_defect_rate", 315, 9001, 135),
    ],
)
def test_rows_2_and_3_further_defects_until_the_line_breaks(fails, metric, bad, orders, more):
    assert not fails(metric, of(bad, orders), {"set": {"numerator": bad + more}})
    assert fails(metric, of(bad, orders), {"set": {"numerator": bad + more + 1}})


def test_row_2_three_too_many_must_be_removed(fails):
    assert not fails("late_shipment_rate", of(15, 320), {"remove": 3})
    assert fails("late_shipment_rate", of(15, 320), {"remove": 2})


@pytest.mark.parametrize(
    ("metric", "bad", "orders", "more"),
    [
        ("order_defect_rate", 6, 1000, 4),
        ("late_shipment_rate", 10, 300, 2),
        ("cancellation_rate", 2, 160, 2),
    ],
)
def test_row_4_bad_new_orders_that_enlarge_the_denominator(fails, metric, bad, orders, more):
    assert not fails(metric, of(bad, orders), {"add": {"bad": more}})
    assert fails(metric, of(bad, orders), {"add": {"bad": more + 1}})


@pytest.mark.parametrize(
    ("metric", "bad", "orders", "clean"),
    [
        ("order_defect_rate", 12, 1000, 201),
        ("order_defect_rate", 10, 1000, 1),
        ("order_defect_rate", 3, 200, 101),
        ("late_shipment_rate", 15, 320, 56),
        ("cancellation_rate", 5, 150, 51),
    ],
)
def test_row_5_clean_orders_to_recover(fails, metric, bad, orders, clean):
    assert not fails(metric, of(bad, orders), clean_orders=clean)
    assert fails(metric, of(bad, orders), clean_orders=clean - 1)


@pytest.mark.parametrize(
    ("metric", "good", "units", "needed"),
    [
        ("valid_tracking_rate", 188, 200, 40),
        ("unit_on_time_delivery_rate", 80, 100, 100),
        ("unit_on_time_delivery_rate", 146, 165, 25),
    ],
)
def test_row_6_good_units_to_recover(fails, metric, good, units, needed):
    for clean, expected in ((needed, False), (needed - 1, True)):
        assert fails(metric, of(good, units), clean={WORDS[metric]: clean}) == expected
        assert fails(metric, of(good, units), clean_orders=clean) == expected  # nothing else is counted
        assert fails(metric, of(good, units), {"clean": clean}) == expected
        assert fails(metric, of(good, units), {"add": {"good": clean}}) == expected


@pytest.mark.parametrize(
    ("metric", "good", "units", "more"),
    [("valid_tracking_rate", 196, 200, 6), ("unit_on_time_delivery_rate", 95, 100, 5)],
)
def test_row_7_further_misses_allowed(fails, metric, good, units, more):
    assert not fails(metric, of(good, units), {"add": {"bad": more}})
    assert fails(metric, of(good, units), {"add": {"bad": more + 1}})


@pytest.mark.parametrize(
    ("metric", "smallest"),
    [
        ("order_defect_rate", 101),
        ("late_shipment_rate", 26),
        ("cancellation_rate", 41),
        ("invoice_defect_rate", 21),
        ("valid_tracking_rate", 20),
        ("unit_on_time_delivery_rate", 10),
        ("sfp_valid_tracking_rate", 100),
    ],
)
def test_row_8_the_smallest_number_that_bears_one(fails, metric, smallest):
    higher = "tracking" in metric or "delivery" in metric
    for orders, expected in ((smallest, False), (smallest - 1, True)):
        top = orders - 1 if higher else 1
        assert fails(metric, of(top, orders), {"add": {}}) == expected
        one_bad = of(orders - 1 if higher else 0, orders - 1)
        assert fails(metric, one_bad, {"add": {"bad": 1}}) == expected


@pytest.mark.parametrize(
    ("score", "points", "orders"), [(140, 60, "3000"), (150, 50, "2600"), (100, 100, "5000")]
)
def test_row_13_points_to_be_healthy_and_the_orders_that_give_them(after, score, points, orders):
    healthy, short = (
        after("account_health_rating", {"value": score}, {"add": {"good": gain}})
        for gain in (points, points - 1)
    )
    assert (healthy["value"], healthy["outcome"] == "fail") == ("200", False)
    assert (short["value"], short["outcome"]) == ("199", "fail")
    now = after("account_health_rating", {"value": score}, {"add": {"good": 0}})
    estimates = {each["name"]: each["value"] for each in now["estimates"]}
    assert estimates["orders_for_points"] == orders
