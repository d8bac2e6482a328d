"""The worked figures of the Amazon policy, through the API: the number of each row is in a test's name.

Rows 9, 10, 15, 17 and 18 look ahead: ``test_forecast_rows.py`` holds them.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

PAYLOADS = Path(__file__).parents[1] / "plugins" / "amazon" / "payloads"
DAY = "2026-11-22"
TSV = "text/tab-separated-values"


def judged(client, content=None, *, site="US", **metrics):
    """Judge plain numbers or a document, as the seller's own tool would."""
    request = {"account": {"marketplace": "amazon", "site": site}, "as_of": DAY, "store": False}
    if metrics:
        request["metrics"] = metrics
    if content is not None:
        request["documents"] = [{"content": content}]
    answer = client.post("/v1/evaluations", json=request)
    assert answer.status_code == 200, answer.json
    return answer.json


def finding(result, rule, segment=None):
    (found,) = (
        each
        for each in result["findings"]
        if each["rule"] == f"amazon.{rule}" and each["segment"] in {segment, None}
    )
    return found


def rate(client, metric, top, bottom, segment=None):
    """Judge one rate, invoices where they are asked for; gives its finding."""
    site = "DE" if metric == INVOICES[0] else "US"
    given = {"numerator": top, "denominator": bottom} | ({"segment": segment} if segment else {})
    return finding(judged(client, site=site, **{metric: given}), metric.replace("_", "-"), segment)


ODR = ("order_defect_rate", "mfn")
LSR = ("late_shipment_rate", "30d")
CANCELLED, INVOICES = ("cancellation_rate", None), ("invoice_defect_rate", None)
TRACKED, UNITS = ("valid_tracking_rate", None), ("unit_on_time_delivery_rate", None)


@pytest.mark.parametrize(("orders", "allowed"), [(1000, 9), (1250, 12), (250, 2), (100, 0)])
def test_row_1_most_defects_that_orders_already_placed_allow(client, orders, allowed):
    found = rate(client, ODR[0], 0, orders, ODR[1])
    assert found["headroom"]["bad_left"] == allowed
    assert rate(client, ODR[0], allowed, orders, ODR[1])["outcome"] != "fail"
    assert rate(client, ODR[0], allowed + 1, orders, ODR[1])["outcome"] == "fail"


@pytest.mark.parametrize(
    ("metric", "top", "bottom", "left"),
    [
        (ODR, 6, 1000, 3),
        (ODR, 10, 1250, 2),
        (ODR, 2, 250, 0),
        (LSR, 15, 320, -3),
        pytest.param(ODR, 1_078, 539_000, 4_311, id="row_3-odr"),
        pytest.param(LSR, 27_896, 870_669, 6_930, id="row_3-lsr"),
        pytest.param(INVOICES, 315, 9_001, 135, id="row_3-idr"),
    ],
)
def test_rows_2_and_3_further_defects_until_the_breach(client, metric, top, bottom, left):
    assert rate(client, metric[0], top, bottom, metric[1])["headroom"]["bad_left"] == left


@pytest.mark.parametrize(
    ("metric", "top", "bottom", "more"), [(ODR, 6, 1000, 4), (LSR, 10, 300, 2), (CANCELLED, 2, 160, 2)]
)
def test_row_4_further_bad_new_orders_enlarge_the_denominator_too(client, metric, top, bottom, more):
    assert rate(client, metric[0], top, bottom, metric[1])["headroom"]["new_bad_left"] == more
    for events, broken in ((more, False), (more + 1, True)):
        found = rate(client, metric[0], top + events, bottom + events, metric[1])
        assert (found["outcome"] == "fail") is broken


@pytest.mark.parametrize(
    ("metric", "top", "bottom", "clean"),
    [
        (ODR, 12, 1000, 201),
        (ODR, 10, 1000, 1),
        (ODR, 3, 200, 101),
        (LSR, 15, 320, 56),
        (CANCELLED, 5, 150, 51),
        (ODR, 9, 1000, 0),
    ],
)
def test_row_5_clean_orders_to_recover(client, metric, top, bottom, clean):
    assert rate(client, metric[0], top, bottom, metric[1])["headroom"]["clean_needed"] == clean
    assert rate(client, metric[0], top, bottom + clean, metric[1])["outcome"] != "fail"
    if clean:
        assert rate(client, metric[0], top, bottom + clean - 1, metric[1])["outcome"] == "fail"


@pytest.mark.parametrize(
    ("metric", "top", "bottom", "good"),
    [(TRACKED, 188, 200, 40), (UNITS, 80, 100, 100), (UNITS, 146, 165, 25)],
)
def test_row_6_good_units_to_recover(client, metric, top, bottom, good):
    assert rate(client, metric[0], top, bottom)["headroom"]["clean_needed"] == good
    assert rate(client, metric[0], top + good, bottom + good)["outcome"] != "fail"
    assert rate(client, metric[0], top + good - 1, bottom + good - 1)["outcome"] == "fail"


def test_row_6_26_where_the_document_asks_for_greater_than(client):
    block = {
        "reportingDateRange": {"reportingDateFrom": "2026-11-01", "reportingDateTo": "2026-11-14"},
        "status": "GOOD",
        "targetValue": 0.9,
        "targetCondition": "GREATER_THAN",
        "rate": 0.8848,
        "unitOnTimeDeliveryCount": 146,
        "totalUnitCount": 165,
    }
    report = {
        "accountStatuses": [{"marketplaceId": "ATVPDKIKX0DER", "status": "NORMAL"}],
        "performanceMetrics": [{"marketplaceId": "ATVPDKIKX0DER", "unitOnTimeDeliveryRate": block}],
    }
    found = finding(judged(client, report), "unit-on-time-delivery-rate")
    assert (found["limit"]["comparator"], found["headroom"]["clean_needed"]) == ("above", 26)


@pytest.mark.parametrize(("metric", "top", "bottom", "misses"), [(TRACKED, 196, 200, 6), (UNITS, 95, 100, 5)])
def test_row_7_further_misses_that_are_allowed(client, metric, top, bottom, misses):
    assert rate(client, metric[0], top, bottom)["headroom"]["new_bad_left"] == misses
    assert rate(client, metric[0], top, bottom + misses)["outcome"] != "fail"
    assert rate(client, metric[0], top, bottom + misses + 1)["outcome"] == "fail"


@pytest.mark.parametrize(
    ("metric", "smallest"),
    [
        (ODR, 101),
        (LSR, 26),
        (CANCELLED, 41),
        (INVOICES, 21),
        (TRACKED, 20),
        (UNITS, 10),
        (("sfp_valid_tracking_rate", None), 100),
    ],
)
def test_row_8_the_smallest_denominator_that_bears_one_defect(client, metric, smallest):
    good = 400 if "tracking" in metric[0] or "time" in metric[0] else 0
    name, segment = metric
    given = {"numerator": good, "denominator": 400} | ({"segment": segment} if segment else {})
    rule = name.replace("_rate", "").replace("_", "-") if name.startswith("sfp") else name.replace("_", "-")
    site = "DE" if metric is INVOICES else "US"
    found = finding(judged(client, site=site, **{name: given}), rule, segment)
    assert found["headroom"]["bears_one"] == smallest


def points(client, score, orders, **more):
    """The estimates about an Account Health Rating, by name."""
    metrics = {"account_health_rating": {"value": score, "unit": "points"}}
    metrics["orders_180_days"] = {"value": orders, "unit": "count"}
    found = finding(judged(client, **metrics, **more), "account-health-rating")
    return {each["name"]: Decimal(each["value"]) for each in found["estimates"]}


@pytest.mark.parametrize(
    ("orders", "most"),
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
def test_row_11_the_rating_that_orders_give(client, orders, most):
    assert points(client, 150, orders)["points_from_orders"] == most


@pytest.mark.parametrize(("daily", "most"), [(10, 236), (50, 380), (100, 560), (222, 996), (223, 1000)])
def test_row_12_steady_daily_orders(client, daily, most):
    assert points(client, 150, 180 * daily)["points_from_orders"] == most


@pytest.mark.parametrize(("score", "orders"), [(140, 3_000), (150, 2_600), (100, 5_000)])
def test_row_13_orders_for_the_points_that_are_missing_to_200(client, score, orders):
    assert points(client, score, 0)["orders_for_points"] == orders


def test_row_14_points_that_open_violations_seem_to_cost(client):
    three = {"listing_policy_violations": {"value": 3, "unit": "count"}}
    found = points(client, 310, 10_000, **three)
    assert (found["points_lost"], found["points_per_violation"]) == (90, 30)
    metrics = {"account_health_rating": {"value": 140, "unit": "points"}}
    metrics["orders_180_days"] = {"value": 3_200, "unit": "count"}
    rating = finding(judged(client, **metrics), "account-health-rating")
    (lost,) = (each for each in rating["estimates"] if each["name"] == "points_lost")
    assert (lost["value"], lost["basis"]) == ("124", "inference")
    assert "60 points back would be enough for 200" in lost["text"]


def test_row_16_the_countdown_to_assurance(client):
    def day(number, value):
        on = f"2026-11-{number:02}"
        return {"value": value, "unit": "points", "window": {"from": on, "to": on}}

    good = [day(number, 260) for number in range(11, 23)]
    found = finding(judged(client, account_health_rating=good), "account-health-assurance")
    (wait,) = found["estimates"]
    # the ten days before the first good one may be missing; on 1 May half a year holds no more of them
    assert (wait["name"], wait["value"]) == ("days_until_eligible", "160")
    low = [day(number, 249) for number in range(12, 23)]
    reset = finding(judged(client, account_health_rating=low), "account-health-assurance")
    assert Decimal(reset["estimates"][0]["value"]) > 160


def test_row_19_the_greater_of_two_days_of_supply_keeps_the_fee_away(client):
    both = [
        {"segment": "30d", "value": str(Decimal("220.5") / Decimal("12.6")), "unit": "days"},
        {"segment": "90d", "value": str(Decimal("243.6") / Decimal("5.8")), "unit": "days"},
    ]
    assert [each["value"] for each in both] == ["17.5", "42"]
    found = judged(client, historical_days_of_supply=both)
    outcomes = {
        each["segment"]: each["outcome"]
        for each in found["findings"]
        if each["rule"] == "amazon.historical-days-of-supply"
    }
    assert "fail" not in outcomes.values()


def planning(**columns):
    """Write a planning report of one row, in the header of 2026."""
    header = (PAYLOADS / "fba-inventory-planning.header-2026-99col.tsv").read_text("utf-8").splitlines()[0]
    names = header.split("\t")
    given = {name.replace("_", "-"): value for name, value in columns.items()}
    given |= {"snapshot-date": "2026-07-01", "sku": "S-1", "currency": "USD", "marketplace": "US"}
    lowered = {name.casefold().replace(" ", "-"): name for name in names}
    assert given.keys() <= lowered.keys()
    row = [str(given.get(name.casefold().replace(" ", "-"), "")) for name in names]
    return f"{header}\n" + "\t".join(row) + "\n"


LARGE = {"storage_type": "Large Standard-Size", "units_shipped_t30": 1, "units_shipped_t7": 30}


@pytest.mark.parametrize(("short", "long", "fee"), [(18, 24, "0.36"), (40, 20, None), (12, 35, None)])
def test_row_20_the_fee_is_of_the_band_of_the_greater_days_of_supply(client, short, long, fee):
    table = planning(
        short_term_historical_days_of_supply=short,
        long_term_historical_days_of_supply=long,
        **{**LARGE, "units_shipped_t30": 100},
    )
    found = finding(judged(client, table), "low-inventory-level-fee")
    assert found["outcome"] == ("fail" if fee else "pass")
    amounts = [Decimal(each["money"]["amount"]) for each in found["items"]]
    assert amounts == ([Decimal(fee) * 100] if fee else [])


def test_row_21_the_stock_that_is_missing_to_28_days(client):
    table = planning(
        short_term_historical_days_of_supply="17.5",
        long_term_historical_days_of_supply="17.5",
        **{**LARGE, "units_shipped_t30": 378},  # 12.6 a day
    )
    (item,) = finding(judged(client, table), "low-inventory-level-fee")["items"]
    assert item["units"] == 133  # 132.3 more on average
    assert "17.5 days" in item["advice"][0]


@pytest.mark.parametrize(
    ("ages", "volume", "amounts"),
    [
        ((40, 0), "0.125", "34.50"),
        ((0, 40), "0.125", "39.50"),
        ((50, 0), "0.0412", "15.00"),
        ((0, 50), "0.0412", "17.50"),
    ],
)
def test_row_22_the_surcharge_over_a_year_is_the_greater_of_two(client, ages, volume, amounts):
    table = planning(
        inv_age_366_to_455_days=ages[0],
        inv_age_456_plus_days=ages[1],
        inv_age_181_to_270_days=0,
        inv_age_271_to_365_days=0,
        item_volume=volume,
        volume_unit_measurement="cubic feet",
    )
    (item,) = finding(judged(client, table), "aged-inventory-surcharge")["items"]
    assert item["money"]["amount"] == amounts


@pytest.mark.parametrize(("feet", "fee"), [("100", "1000"), ("30.3225806", "303.23")])
def test_row_23_the_overage_fee_of_a_month(client, feet, fee):
    metrics = {"overage_volume": {"value": feet, "unit": "cubic_feet"}}
    (estimate,) = finding(judged(client, **metrics), "overage-fee")["estimates"]
    assert Decimal(estimate["value"]) == Decimal(fee)
    assert (4 * 100 + 27 * 20) / Decimal(31) == pytest.approx(Decimal("30.3225806"))


@pytest.mark.parametrize(("stored", "weeks", "outcome"), [(550, "22", "warn"), (575, "23", "fail")])
def test_row_24_weeks_of_volume_in_stock(client, stored, weeks, outcome):
    assert Decimal(stored) / 25 == Decimal(weeks)
    metrics = {"storage_utilization_ratio": {"value": weeks, "unit": "weeks", "segment": "Standard-sized"}}
    found = finding(judged(client, **metrics), "storage-utilization", "Standard-sized")
    assert found["outcome"] == outcome


def test_row_25_the_excess_share_of_the_four_sample_rows(client):
    table = (PAYLOADS / "fba-inventory-health.rows.csv").read_text("utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    columns = ("estimated-excess-quantity", "available")
    counted = tuple(sum(int(each[name]) for each in rows) for name in columns)
    assert counted == (95, 756)
    found = finding(judged(client, table), "excess-inventory")
    assert (found["numerator"], found["denominator"]) == counted
    assert Decimal(found["value"]).quantize(Decimal("0.0001")) == Decimal("0.1257")


@pytest.mark.parametrize(("good", "total", "shown"), [(90, 100, "90 %"), (1001, 1020, "98.1")])
def test_row_26_the_share_of_positive_feedback(client, good, total, shown):
    given = {"segment": "365d", "numerator": good, "denominator": total}
    found = finding(judged(client, feedback_positive_share=given), "feedback-rating", "365d")
    assert found["display"].startswith(shown)


def test_row_27_the_rate_of_the_schema_example_contradicts_its_counts(client):
    report = (PAYLOADS / "seller-performance.assembled-from-property-examples.json").read_bytes()
    answer = client.post("/v1/evaluations", data=report, content_type="application/json")
    messages = [
        each["message"]
        for each in answer.json["findings"]
        if each["rule"] == "amazon.report-consistency" and each["outcome"] in {"warn", "fail"}
    ]
    assert any("551" in each and "17,197" in each and "3.2" in each and "0.5 %" in each for each in messages)
