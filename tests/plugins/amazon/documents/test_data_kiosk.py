"""Data Kiosk's seller analytics: units by evidence, null as nothing, history apart from what is judged."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.data_kiosk import read, recognises

US, CA = "ATVPDKIKX0DER", "A2EUQ1WTGCTBG2"
LAST = date(2026, 11, 19)


def view(first, last=None, site=US, *, totals=None, **health):
    figures = {
        f"accountHealth{key}" if key[0].isupper() else key: None if value is None else {"value": value}
        for key, value in health.items()
    }
    groups = [{"groupByKey": {"marketplaceId": site}, "metrics": {"accountHealth": figures}}] if site else []
    return {
        "startDate": str(first),
        "endDate": str(last or first),
        "totals": {"accountHealth": totals},
        "metrics": groups,
    }


def days(number, **health):
    return [view(LAST - timedelta(days=back), **health) for back in reversed(range(number))]


def measured(content):
    return {each.metric: each for each in read(content).measurements}


def older(content, metric):
    return [each for each in read(content).history if each.metric == metric]


def codes(content):
    return [each.code for each in read(content).notices]


def test_each_day_of_the_rating_is_one_measurement_and_the_newest_is_judged():
    content = [view(LAST - timedelta(days=back), RatingScore=200 + back) for back in (3, 0, 2, 1)]
    assert measured(content)["account_health_rating"].value == 200
    assert [each.value for each in older(content, "account_health_rating")] == [203, 202, 201]
    assert measured(content)["account_health_rating"].site == "US"


@pytest.mark.parametrize(
    "wrap",
    [
        lambda views: views,
        lambda views: {"data": {"analytics_sellerAnalytics_2025_03_31": {"sellerAnalyticsView": views}}},
        lambda views: {"analytics_sellerAnalytics_2025_03_31": {"sellerAnalyticsView": views}},
        lambda views: {"sellerAnalyticsView": views[0]},
        lambda views: views[0],
        lambda views: "\n".join(map(json.dumps, views)) + "\n",
        lambda views: "\r\n\r\n".join(map(json.dumps, views)),
        lambda views: json.dumps(views[0], indent=2),
        lambda views: "\n".join(json.dumps({"sellerAnalyticsView": each}) for each in views),
    ],
)
def test_it_is_read_in_every_wrapping(wrap):
    content = wrap(days(2, RatingScore=310))
    assert recognises(content)
    assert measured(content)["account_health_rating"].value == 310


def test_null_is_not_available_and_never_zero():
    content = [view(LAST - timedelta(days=1), RatingScore=310), view(LAST, RatingScore=None)]
    found = measured(content)["account_health_rating"]
    assert (found.value, found.window.end) == (310, LAST - timedelta(days=1))
    with pytest.raises(sdk.UnreadableError):
        read([view(LAST, RatingScore=None, OrderCount=None)])


def test_totals_count_where_no_group_has_figures():
    totals = {"accountHealthRatingScore": {"value": 250}}
    assert measured([view(LAST, site=None, totals=totals)])["account_health_rating"].site is None
    named = [view(LAST - timedelta(days=1), RatingScore=300), view(LAST, site=None, totals=totals)]
    assert measured(named)["account_health_rating"]._replace(pointer="").value == 250
    assert measured(named)["account_health_rating"].site == "US"
    both = [view(LAST, RatingScore=300, totals=totals)]
    assert measured(both)["account_health_rating"].value == 300


def test_totals_of_several_stores_are_nobodys():
    totals = {"accountHealthRatingScore": {"value": 250}}
    content = [
        view(LAST - timedelta(days=1), RatingScore=300),
        view(LAST - timedelta(days=1), site=CA, RatingScore=310),
        view(LAST, site=None, totals=totals),
    ]
    assert sorted((each.site, each.value) for each in read(content).measurements) == [
        ("CA", 310),
        ("US", 300),
    ]
    assert codes(content) == ["store_unnamed"]


def test_figures_of_single_products_are_not_the_accounts():
    content = [view(LAST, RatingScore=300)]
    content[0]["metrics"][0]["groupByKey"]["asin"] = "B000000000"
    with pytest.raises(sdk.UnreadableError):
        read(content)
    content.append(view(LAST, RatingScore=310))
    assert measured(content)["account_health_rating"].value == 310
    assert codes(content) == ["grouped"]


@pytest.mark.parametrize(("rate", "digits"), [(Decimal("0.01"), 2), (1, 2), (Decimal("1.0"), 3)])
def test_counts_show_whether_a_rate_is_a_ratio_or_in_percent(rate, digits):
    content = days(1, OrderDefectRate=rate, TotalOrderDefects=1, OrderCount=100)
    [found] = older(content, "order_defect_rate")
    assert (found.value, found.segment) == (sdk.percent("1"), "all")
    assert (found.numerator, found.denominator, found.digits) == (1, 100, digits)


@pytest.mark.parametrize("rate", [Decimal("0.5"), Decimal("0.004"), 1, 50])
def test_without_evidence_no_unit_is_assumed_whatever_the_size(rate):
    content = [*days(1, RatingScore=300), *days(3, LateShipmentRate=rate, LateShipmentOrderCount=2)]
    assert older(content, "late_shipment_rate") == []
    assert codes(content) == ["unit_unknown"]


def test_zero_needs_no_unit():
    [found] = older(days(1, RatingScore=300, LateShipmentRate=0), "late_shipment_rate")
    assert found.value == sdk.ratio(0)


@pytest.mark.parametrize(("written", "seen"), [((Decimal("0.98"), Decimal("0.03")), "3 %"), ((98, 3), "3 %")])
def test_the_evidence_of_one_rate_holds_for_the_dataset(written, seen):
    tracking, late = written
    proof = {"ValidTrackingRate": tracking, "ValidTrackingDefectPackageCount": 2, "PackageCount": 100}
    [found] = older(days(1, **proof, LateShipmentRate=late), "late_shipment_rate")
    assert found.value.display() == seen


def test_rates_in_two_units_are_left_out_unless_their_own_counts_decide():
    content = [
        view(LAST - timedelta(days=1), OrderDefectRate=Decimal("0.01"), TotalOrderDefects=1, OrderCount=100),
        view(LAST, OrderDefectRate=2, TotalOrderDefects=2, OrderCount=100, LateShipmentRate=Decimal("0.5")),
    ]
    assert [each.value for each in older(content, "order_defect_rate")] == [
        sdk.percent("1"),
        sdk.percent("2"),
    ]
    assert older(content, "late_shipment_rate") == []
    assert "unit_unknown" in codes(content)


def test_counts_that_contradict_their_only_rate_are_not_preferred():
    content = [*days(1, RatingScore=300, OrderDefectRate=Decimal("0.3"), TotalOrderDefects=1, OrderCount=100)]
    assert older(content, "order_defect_rate") == []
    assert "unit_unknown" in codes(content)


def test_good_ones_are_all_less_the_defects():
    health = {
        "ValidTrackingDefectPackageCount": 2,
        "PackageCount": 100,
        "OnTimeDeliveryDefectPackageCount": 5,
        "OnTimeDeliveryDefectPackageUnits": 6,
        "PackageUnits": 120,
    }
    found = {each.metric: each for each in read(days(1, **health)).history}
    counts = {name: (each.numerator, each.denominator) for name, each in found.items()}
    assert counts == {
        "valid_tracking_rate": (98, 100),
        "on_time_delivery_rate": (95, 100),
        "unit_on_time_delivery_rate": (114, 120),
    }
    more = days(1, RatingScore=300, ValidTrackingDefectPackageCount=101, PackageCount=100)
    assert older(more, "valid_tracking_rate") == []
    assert codes(more) == ["unreadable_value"]


def test_days_on_which_nothing_was_sold_have_no_rate():
    nothing = {"OrderDefectRate": 0, "TotalOrderDefects": 0, "OrderCount": 0, "PackageCount": 0}
    idle = days(1, RatingScore=300, ValidTrackingRate=0, ValidTrackingDefectPackageCount=0, **nothing)
    assert older(idle, "order_defect_rate") == older(idle, "valid_tracking_rate") == []
    assert codes(idle) == []


def test_parts_come_with_the_order_defects():
    health = {
        "TotalOrderDefects": 3,
        "OrderCount": 400,
        "NegativeFeedbackOrderCount": 2,
        "AtozClaimOrderCount": 0,
        "ChargebackClaimOrderCount": None,
    }
    [found] = older(days(1, **health), "order_defect_rate")
    assert found.parts == {"negative feedback": 2, "A-to-z claims": 0}


@pytest.mark.parametrize(
    ("first", "last", "judged"),
    [
        (date(2026, 11, 19), LAST, set()),
        (date(2026, 11, 13), LAST, {"cancellation_rate"}),
        (date(2026, 11, 6), LAST, {"unit_on_time_delivery_rate"}),
        (date(2026, 10, 1), date(2026, 10, 31), {"late_shipment_rate", "valid_tracking_rate"}),
        (date(2026, 2, 1), date(2026, 2, 28), {"late_shipment_rate", "valid_tracking_rate"}),
        (date(2026, 9, 21), LAST, set()),
    ],
)
def test_only_figures_over_the_days_of_a_limit_are_judged(first, last, judged):
    health = {
        "OrderDefectRate": Decimal("0.05"),
        "TotalOrderDefects": 5,
        "OrderCount": 100,
        "LateShipmentRate": Decimal("0.05"),
        "PreFulfillmentCancelRate": Decimal("0.05"),
        "ValidTrackingRate": Decimal("0.9"),
        "OnTimeDeliveryRate": Decimal("0.8"),
    }
    reading = read([view(first, last, **health)])
    assert {each.metric for each in reading.measurements} == judged
    assert {each.metric for each in reading.history}.isdisjoint(judged)
    assert len(reading.measurements) + len(reading.history) == 5


def test_snapshots_have_no_history():
    counts = {"regionDistinctCountDefectTypeT120Days": 2, "regionResolvedDefectsUnitT120Days": 9}
    reading = read(days(5, **counts))
    assert {each.metric: each.value for each in reading.measurements} == {
        "inbound_defect_types": 2,
        "inbound_defect_units_resolved": 9,
    }
    assert reading.history == ()
    rates = days(5, RatingScore=300, regionLabelMissingDefectRateT120Days=Decimal("0.2"))
    assert codes(rates) == ["unit_unknown"]


def test_orders_of_180_days_need_every_day():
    assert measured(days(180, OrderCount=10))["orders_180_days"].value == 1800
    assert measured(days(200, OrderCount=10))["orders_180_days"].value == 1800
    gap = days(200, OrderCount=10)
    gap[-180]["metrics"][0]["metrics"]["accountHealth"]["accountHealthOrderCount"] = None
    for content in (gap, days(179, OrderCount=10)):
        assert "orders_180_days" not in {
            each.metric for each in read([*content, *days(1, RatingScore=9)]).measurements
        }
    weeks = [
        view(LAST - timedelta(days=7 * back + 6), LAST - timedelta(days=7 * back), OrderCount=70)
        for back in range(40)
    ] + days(1, RatingScore=300)
    spread = [
        view(LAST - timedelta(days=back + 6), LAST - timedelta(days=back), OrderCount=70)
        for back in range(200)
    ] + days(1, RatingScore=300)
    assert "orders_180_days" not in measured(weeks)
    assert "orders_180_days" not in measured(spread)
    found = measured(days(180, OrderCount=10))["orders_180_days"]
    assert found.window == sdk.Window(LAST - timedelta(days=179), LAST)
    assert found.rebuilt_from


def test_unknown_keys_are_named_once():
    content = days(300, RatingScore=300, newFigure=1)
    ignored = read(content).ignored
    assert len(ignored) == 1
    assert ignored[0].pointer.endswith("/newFigure")


@pytest.mark.parametrize(
    ("line", "pointer"),
    [
        ("{not json", "/row/3"),
        ('{"a": 1, "a": 2}', "/row/3"),
        ('{"a": NaN}', "/row/3"),
        ('{"\\ud800": 1}', "/row/3"),
        ('{"a": ' + "9" * 5000 + "}", "/row/3"),
        ("[" * 100_000, "/row/3"),
    ],
)
def test_b05_a_broken_line_is_named(line, pointer):
    text = "\n".join([*map(json.dumps, days(2, RatingScore=300)), line])
    with pytest.raises(sdk.UnreadableError) as refused:
        read(text)
    assert refused.value.pointer == pointer


@pytest.mark.parametrize(
    "other", [{}, [], "a\tb", {"startDate": "2026-01-01", "endDate": "2026-01-01", "sales": {}}]
)
def test_other_datasets_are_not_claimed(other):
    assert not recognises(other)
