"""Every public case in which two numbers of one seller differ, by what the sources say of it, with its cause.

Each row says where the mismatch is named, builds both sides as a user would post them, and expects the first
cause and how much it explains. What a marketplace without a plugin reports is posted as numbers of the
caller's own to the open one.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings

PAYLOADS = Path(__file__).parents[1] / "plugins"
ALL, PART, POSSIBLE, NOTHING = "all", "part", "possible", "nothing"


class Row(NamedTuple):
    """One public mismatch: ``pair`` is the metric (and segment) on the left that it is about."""

    id: str
    named: str
    left: Any
    right: Any
    cause: str
    explains: str
    pair: str
    zones: dict[str, str] | None = None


def report(path, change=None):
    content = json.loads((PAYLOADS / path).read_text("utf-8"))
    if change is not None:
        change(content)
    return content


def table(path):
    return {"documents": [{"content": (PAYLOADS / path).read_text("utf-8")}]}


def typed(marketplace, site=None, as_of=None, **metrics):
    account = {"marketplace": marketplace} | ({"site": site} if site else {})
    return {"account": account, "metrics": metrics} | ({"as_of": as_of} if as_of else {})


def amazon(as_of=None, **metrics):
    return typed("amazon", "US", as_of, **metrics)


def own(**metrics):
    """Numbers of a marketplace without a plugin."""
    return typed("generic", **{name: {"comparator": "at_least"} | given for name, given in metrics.items()})


def percent(value, segment=None, *counts, days=None, parts=None):
    found = {"value": value, "unit": "percent"} if value is not None else {}
    if counts:
        found |= {"numerator": counts[0], "denominator": counts[1]}
    if segment is not None:
        found["segment"] = segment
    if days:
        found["window"] = dict(zip(("from", "to"), days, strict=True))
    if parts:
        found["parts"] = parts
    return found


def counted(top, bottom, segment=None, **more):
    return percent(None, segment, top, bottom, **more)


def ratio(value, **more):
    return percent(value, **more) | {"unit": "ratio"}


def amount(value, segment=None, unit=None, days=None):
    found = percent(value, segment, days=days)
    return found | {"unit": unit} if unit else {name: found[name] for name in found if name != "unit"}


SCHEMA = "amazon/payloads/seller-performance.assembled-from-property-examples.json"
LIVE = "amazon/payloads/seller-performance.live-shape.json"
PLANNING = "amazon/payloads/fba-inventory-health.rows.csv"
EBAY, WALMART = "ebay/payloads/", "walmart/payloads/"
SHOPEE, ML = "shopee/payloads/", "mercadolibre/payloads/users_id."


def no_responses(content):
    payload = content["payload"]
    payload |= {"cumulativeRate": 0, "impactedCustomerCount": 0}
    payload["sellerAccountableDrivers"] = dict.fromkeys(payload["sellerAccountableDrivers"], 0)


AMAZON = [
    Row(
        "odr-ends-two-weeks-before-the-document",
        "amazon.md 1.2: the window of the ODR ends on 4 Nov in a document whose newest window ends on 19 Nov",
        report(SCHEMA),
        amazon(order_defect_rate=percent("1.1", "mfn", days=("2020-09-21", "2020-11-19"))),
        "lag",
        PART,
        "order_defect_rate mfn",
    ),
    Row(
        "tracking-about-10-days-in-arrears",
        "amazon.md 1.3: valid tracking is about 10 days in arrears in the schema example",
        report(SCHEMA),
        amazon(valid_tracking_rate=percent("96.4", days=("2020-10-21", "2020-11-19"))),
        "lag",
        PART,
        "valid_tracking_rate",
    ),
    Row(
        "unit-otdr-7-days-in-arrears",
        "amazon.md 1.3 and 4 row 18: the unit OTDR of 30 Sep is about 10 to 23 Sep",
        amazon(unit_on_time_delivery_rate=percent("91.2", days=("2026-09-10", "2026-09-23"))),
        amazon(unit_on_time_delivery_rate=percent("88.9", days=("2026-09-17", "2026-09-30"))),
        "lag",
        PART,
        "unit_on_time_delivery_rate",
    ),
    Row(
        "idr-of-days-13-to-7",
        "amazon.md 1.4 and 4 row 17: the IDR of 2 May is about 19 to 25 April",
        amazon(invoice_defect_rate=counted(3, 50, days=("2026-04-19", "2026-04-25"))),
        amazon(invoice_defect_rate=counted(5, 61, days=("2026-04-26", "2026-05-02"))),
        "lag",
        PART,
        "invoice_defect_rate",
    ),
    Row(
        "young-orders-read-low",
        "amazon.md 1.2: complaints arrive weeks after the order, so that a fresh ODR reads low",
        amazon("2026-07-05", order_defect_rate=counted(5, 1000, "mfn", days=("2026-05-01", "2026-06-29"))),
        amazon("2026-09-28", order_defect_rate=counted(8, 1000, "mfn", days=("2026-05-01", "2026-06-29"))),
        "lag",
        PART,
        "order_defect_rate mfn",
    ),
    Row(
        "tracking-takes-72-hours-to-update",
        "amazon.md 1.3: the tracking report and metric need up to 72 hours to update",
        amazon("2026-09-10", valid_tracking_rate=percent("96.1", days=("2026-08-02", "2026-08-31"))),
        amazon("2026-09-13", valid_tracking_rate=percent("97.3", days=("2026-08-05", "2026-09-03"))),
        "lag",
        PART,
        "valid_tracking_rate",
    ),
    Row(
        "returns-lag-45-days",
        "amazon.md 2.3: returns lag 45 days in Data Kiosk",
        amazon("2026-08-01", refund_rate=counted(12, 500, days=("2026-07-01", "2026-07-31"))),
        amazon("2026-09-15", refund_rate=counted(31, 500, days=("2026-07-01", "2026-07-31"))),
        "lag",
        PART,
        "refund_rate",
    ),
    Row(
        "report-of-two-weeks-ago",
        "amazon.md 2.1: the performance report has no history; an old one is held against today's screen",
        report(LIVE),
        amazon("2026-11-22", late_shipment_rate=percent("2.4", "30d")),
        "lag",
        POSSIBLE,
        "late_shipment_rate 30d",
    ),
    Row(
        "order-with-two-defects-counts-once",
        "amazon.md 1.2 and SOURCES: the parts add up to 1,085, the orders with defects are 1,078",
        amazon(
            order_defect_rate=counted(
                1078,
                539_000,
                "mfn",
                parts={"negative feedback": 628, "A-to-z claims": 442, "chargebacks": 15},
            )
        ),
        amazon(order_defect_rate=counted(1085, 539_000, "mfn")),
        "parts",
        ALL,
        "order_defect_rate mfn",
    ),
    Row(
        "odr-rate-against-its-counts",
        "SOURCES: 1,078 of 539,000 are 0.2 %, yet the rate says 0.009",
        report(SCHEMA),
        amazon(order_defect_rate=counted(1078, 539_000, "mfn")),
        "counts",
        ALL,
        "order_defect_rate mfn",
    ),
    Row(
        "cancellations-551-of-17197",
        "amazon.md 4 row 27 and SOURCES: 551 of 17,197 are 3.20 % against a rate of 0.5 %",
        report(SCHEMA),
        amazon(cancellation_rate=percent("3.2")),
        "counts",
        ALL,
        "cancellation_rate",
    ),
    Row(
        "more-on-time-than-all",
        "SOURCES: 847,987 deliveries on time exceed 808,046 shipments",
        report(SCHEMA),
        amazon(on_time_delivery_rate=counted(847_987, 808_046)),
        "counts",
        ALL,
        "on_time_delivery_rate",
    ),
    Row(
        "more-valid-than-all",
        "SOURCES: 896,462 valid packages exceed 878,443",
        report(SCHEMA),
        amazon(valid_tracking_rate=counted(896_462, 878_443)),
        "counts",
        ALL,
        "valid_tracking_rate",
    ),
    Row(
        "dashboard-shows-the-unit-rate",
        "amazon.md 2.1: the unit OTDR of 14 days is what the dashboard shows",
        report(LIVE),
        amazon(on_time_delivery_rate=percent("95.24")),
        "variant",
        ALL,
        "on_time_delivery_rate",
    ),
    Row(
        "shipments-30-days-against-units-14-days",
        "amazon.md 1.1 and 1.3: shipment OTDR of 30 days against unit OTDR of 14 days",
        amazon(on_time_delivery_rate=percent("42.86", days=("2026-10-01", "2026-10-30"))),
        amazon(unit_on_time_delivery_rate=percent("95.24", days=("2026-10-20", "2026-11-02"))),
        "variant",
        PART,
        "on_time_delivery_rate",
    ),
    Row(
        "feedback-by-its-own-day",
        "amazon.md 1.2: the ODR goes by the date of the order, not of the defect",
        amazon(received_negative_feedback_rate=counted(14, 180)),
        amazon(order_defect_rate=counted(9, 1000)),
        "variant",
        PART,
        "received_negative_feedback_rate",
    ),
    Row(
        "late-shipments-of-10-and-30-days",
        "amazon.md 1.3: LSR of 10 and of 30 days, both shown",
        amazon(late_shipment_rate=percent("5", "10d")),
        amazon(late_shipment_rate=percent("3.1", "30d")),
        "window",
        PART,
        "late_shipment_rate 10d",
    ),
    Row(
        "late-shipments-typed-from-the-wrong-tab",
        "amazon.md 2.1: two entries in the list, told apart by the span of their dates",
        report(LIVE),
        amazon(late_shipment_rate=percent("3.125", "10d")),
        "window",
        ALL,
        "late_shipment_rate 10d",
    ),
    Row(
        "cancellations-of-7-and-30-days-in-india",
        "amazon.md 1.3: cancellation rate of 7 days, in India also of 30",
        typed("amazon", "IN", cancellation_rate=counted(2, 80, days=("2026-09-24", "2026-09-30"))),
        typed("amazon", "IN", cancellation_rate=counted(4, 320, days=("2026-09-01", "2026-09-30"))),
        "window",
        PART,
        "cancellation_rate",
    ),
    Row(
        "tracking-of-7-30-and-90-days",
        "amazon.md 1.3: valid tracking once came in views of 7, 30 and 90 days",
        amazon(valid_tracking_rate=counted(66, 70, days=("2026-09-24", "2026-09-30"))),
        amazon(valid_tracking_rate=counted(290, 300, days=("2026-09-01", "2026-09-30"))),
        "window",
        PART,
        "valid_tracking_rate",
    ),
    Row(
        "rating-of-181-days",
        "amazon.md 1.5 and 2.1: the AHR covers 181 days in the schema, 180 by the policy",
        report(LIVE),
        amazon(account_health_rating=amount(312, days=("2026-05-14", "2026-11-09"))),
        "window",
        PART,
        "account_health_rating",
    ),
    Row(
        "feedback-of-30-and-365-days",
        "amazon.md 1.11: four windows of feedback; buyers are shown the one of 12 months",
        amazon(feedback_positive_share=percent("94", "30d")),
        amazon(feedback_positive_share=percent("98", "365d")),
        "window",
        PART,
        "feedback_positive_share 30d",
    ),
    Row(
        "feedback-of-a-lifetime",
        "amazon.md 1.11: 365 days against lifetime",
        amazon(feedback_positive_share=percent("94", "lifetime")),
        amazon(feedback_positive_share=percent("98", "365d")),
        "window",
        PART,
        "feedback_positive_share lifetime",
    ),
    Row(
        "days-of-supply-of-30-and-90-days",
        "amazon.md 1.8 and 4 row 19: 42.0 days of supply against 17.5; the greater counts",
        amazon(historical_days_of_supply=amount("42.0", "30d")),
        amazon(historical_days_of_supply=amount("17.5", "90d")),
        "window",
        PART,
        "historical_days_of_supply 30d",
    ),
    Row(
        "overage-as-a-daily-average",
        "amazon.md 4 row 23: 4 days of 100 and 27 of 20 cubic feet are charged as 30.32",
        amazon(overage_volume=amount("30.32", days=("2026-10-01", "2026-10-31"))),
        amazon(overage_volume=amount("100", days=("2026-10-01", "2026-10-04"))),
        "window",
        PART,
        "overage_volume",
    ),
    Row(
        "window-that-runs-backwards",
        "SOURCES: documentRequest of the root example runs from 21 to 19 Nov, with 8 defects",
        report("amazon/payloads/seller-performance.schema-root-example.json"),
        amazon(document_requests=amount(5, days=("2020-11-19", "2020-11-21"))),
        "window",
        PART,
        "document_requests",
    ),
    Row(
        "feedback-in-whole-percents",
        "amazon.md 1.11 and 4 row 26: 1,001 of 1,020 are 98.1 %, shown as 98 %",
        amazon(feedback_positive_share=counted(1001, 1020, "365d")),
        amazon(feedback_positive_share=percent("98", "365d")),
        "rounding",
        ALL,
        "feedback_positive_share 365d",
    ),
    Row(
        "late-shipments-with-fewer-digits",
        "amazon.md 4: use exact fractions or counts, not the rounded rate: 0.0320397304 against 3.2 %",
        report(SCHEMA),
        amazon(late_shipment_rate=percent("3.2", "30d")),
        "rounding",
        ALL,
        "late_shipment_rate 30d",
    ),
    Row(
        "fraction-called-a-percentage",
        "amazon.md 2.1: rates are fractions (0.04 = 4 %) though the schema says percentage",
        report(SCHEMA),
        amazon(invoice_defect_rate=percent("0.03499611")),
        "unit",
        ALL,
        "invoice_defect_rate",
    ),
    Row(
        "excess-of-all-units",
        "amazon.md 1.7 and 4 row 25: excess among the units available, or among all units at FBA",
        table(PLANNING),
        typed("amazon", excess_inventory_share=counted(95, 900)),
        "denominator",
        ALL,
        "excess_inventory_share",
    ),
    Row(
        "sell-through-worked-out",
        "amazon.md 1.7: the index is in no report, its inputs are rebuilt from the planning report",
        table(PLANNING),
        typed("amazon", sell_through_rate=percent("81.5")),
        "rebuilt",
        POSSIBLE,
        "sell_through_rate",
    ),
    Row(
        "in-stock-rate-worked-out",
        "amazon.md 1.7: the in-stock rate is weighted by recent sales; its spans are not verified",
        table(PLANNING),
        typed("amazon", in_stock_rate=percent("96.2")),
        "rebuilt",
        POSSIBLE,
        "in_stock_rate",
    ),
    Row(
        "both-channels-together",
        "amazon.md 2.3: Data Kiosk has one ODR of both channels, the report one of each",
        amazon(order_defect_rate=[counted(6, 500, "mfn"), counted(2, 300, "afn")]),
        amazon(order_defect_rate=counted(8, 800)),
        "channel",
        ALL,
        "order_defect_rate mfn",
    ),
    Row(
        "both-channels-under-the-name-of-one",
        "amazon.md 1.2: two blocks, MFN and AFN, each with its own count and rate",
        amazon(order_defect_rate=[counted(6, 500, "mfn"), counted(2, 300, "afn")]),
        amazon(order_defect_rate=counted(8, 800, "mfn")),
        "channel",
        ALL,
        "order_defect_rate mfn",
    ),
    Row(
        "mfn-against-afn",
        "amazon.md 1.2: two blocks, MFN and AFN, each with its own count and rate",
        amazon(order_defect_rate=counted(6, 500, "mfn")),
        amazon(order_defect_rate=counted(2, 300, "afn")),
        "channel",
        PART,
        "order_defect_rate mfn",
    ),
    Row(
        "tracking-per-category",
        "amazon.md 2.1: valid tracking is account-wide in the report, judged per category by the policy",
        amazon(valid_tracking_rate=counted(188, 200)),
        amazon(valid_tracking_rate=counted(80, 90, "Electronics")),
        "channel",
        PART,
        "valid_tracking_rate",
    ),
    Row(
        "each-store-apart",
        "amazon.md 1.5: ratings are per store",
        typed("amazon", "US", account_health_rating=amount(310)),
        typed("amazon", "DE", account_health_rating=amount(148)),
        "site",
        PART,
        "account_health_rating",
    ),
]

WEST = [
    Row(
        "ebay-looks-back-3-or-12-months",
        "marketplaces-west.md 2.2: 3 months with 400 or more transactions in them, else 12",
        report(EBAY + "get_seller_standards_profile_us_current_top_rated.json"),
        typed(
            "ebay",
            "PROGRAM_US",
            transaction_defect_rate=counted(19, 4280, days=("2025-10-01", "2026-09-30")),
        ),
        "window",
        PART,
        "transaction_defect_rate",
    ),
    Row(
        "ebay-evaluated-and-projected",
        "marketplaces-west.md 2.4: CURRENT is official, PROJECTED is today's forecast",
        report(EBAY + "get_seller_standards_profile_us_current_above.json"),
        report(EBAY + "get_seller_standards_profile_us_projected_below.json"),
        "variant",
        PART,
        "transaction_defect_rate",
    ),
    Row(
        "ebay-forecast-typed-as-the-level-in-force",
        "marketplaces-west.md 2.4: CURRENT is official, PROJECTED is today's forecast",
        report(EBAY + "find_seller_standards_profiles.json"),
        typed("ebay", "PROGRAM_US", transaction_defect_rate=percent("2.61")),
        "variant",
        ALL,
        "transaction_defect_rate",
    ),
    Row(
        "ebay-projected-region",
        "marketplaces-west.md 2.1: the service metric comes as CURRENT and as PROJECTED",
        report(EBAY + "get_customer_service_metric_inr_projected.json"),
        typed("ebay", "PROGRAM_US", inr_rate=[percent("0.9", "Domestic"), percent("2", "Abroad")]),
        "variant",
        PART,
        "inr_rate projected Domestic",
    ),
    Row(
        "ebay-programs-by-buyer",
        "marketplaces-west.md 2.1: programs follow the buyer's country, not the listing site",
        typed("ebay", "PROGRAM_US", late_shipment_rate=percent("4.5")),
        typed("ebay", "PROGRAM_GLOBAL", late_shipment_rate=percent("5.4")),
        "site",
        PART,
        "late_shipment_rate",
    ),
    Row(
        "ebay-scale-of-the-service-rate",
        "marketplaces-west.md 2.6 and SOURCES: RATE in percent or as a fraction is not confirmed",
        report(EBAY + "get_customer_service_metric_inad_current.json"),
        typed("ebay", "PROGRAM_US", inad_rate=percent("0.051", "Consumer Electronics")),
        "unit",
        ALL,
        "inad_rate Consumer Electronics",
    ),
    Row(
        "ebay-scale-of-traffic-rates",
        "SOURCES: traffic rates were seen as percent (10) and as fraction (0.06)",
        typed("ebay", sales_conversion_rate=ratio("0.062")),
        typed("ebay", sales_conversion_rate=percent("0.062")),
        "unit",
        ALL,
        "sales_conversion_rate",
    ),
    Row(
        "ebay-days-on-site-is-a-flag",
        "SOURCES: MIN_DAYS_ON_SITE is a passed flag, not days",
        report(EBAY + "get_seller_standards_profile_us_current_above.json"),
        typed("ebay", "PROGRAM_US", days_on_site=amount(412)),
        "rebuilt",
        POSSIBLE,
        "days_on_site",
    ),
    Row(
        "ebay-transactions-with-and-without-a-deadline",
        "SOURCES: late shipments are of 598 transactions in a profile of 612",
        report(EBAY + "get_seller_standards_profile_us_current_above.json"),
        typed("ebay", "PROGRAM_US", late_shipment_rate=counted(27, 612)),
        "denominator",
        ALL,
        "late_shipment_rate",
    ),
    Row(
        "walmart-windows-of-14-30-and-90-days",
        "marketplaces-west.md 3.1: valid tracking over 14, 30 or 90 days",
        report(WALMART + "vtr_summary.json"),
        typed("walmart", "US", valid_tracking_rate=percent("98.2", days=("2026-11-05", "2026-11-18"))),
        "window",
        PART,
        "valid_tracking_rate",
    ),
    Row(
        "walmart-pro-seller-covers-90-days",
        "marketplaces-west.md 3.4: Pro Seller criteria cover 90 days, standards 30",
        report(WALMART + "seller_incentives_documented_example.json"),
        typed("walmart", "US", on_time_delivery_rate=percent("90.4")),
        "variant",
        PART,
        "pro_seller_on_time_delivery_rate",
    ),
    Row(
        "walmart-overall-and-accountable",
        "marketplaces-west.md 3.1 and SOURCES: overallRate beside sellerAccountableRate, which is judged",
        report(WALMART + "otd_summary.json"),
        typed("walmart", "US", on_time_delivery_rate=percent("84.6")),
        "parts",
        ALL,
        "on_time_delivery_rate",
    ),
    Row(
        "walmart-scale-near-100",
        "SOURCES: the negative feedback rate is a decimal by the schema, percent elsewhere",
        report(WALMART + "negative_feedback_summary.json"),
        typed("walmart", "US", negative_feedback_rate=percent("0.026")),
        "unit",
        ALL,
        "negative_feedback_rate",
    ),
    Row(
        "walmart-no-questions-shown-as-zero",
        "SOURCES: response rate 0 and no events on an account whose dashboard showed about 97 %",
        report(WALMART + "srr_summary.json", no_responses),
        typed("walmart", "US", seller_response_rate=percent("97")),
        "no_data",
        ALL,
        "seller_response_rate",
    ),
    Row(
        "walmart-refunds-split-in-two",
        "marketplaces-west.md 3.2: refunds are split into returns and not received",
        report(WALMART + "refunds_deprecated_summary.json"),
        report(WALMART + "returns_summary.json"),
        "variant",
        PART,
        "refund_rate",
    ),
    Row(
        "walmart-leaves-its-own-orders-out",
        "marketplaces-west.md 3.2: WFS orders are left out except for negative feedback",
        typed("walmart", "US", cancellation_rate=counted(20, 1000)),
        typed("walmart", "US", cancellation_rate=counted(20, 1600)),
        "denominator",
        ALL,
        "cancellation_rate",
    ),
    Row(
        "walmart-refreshes-once-a-day",
        "marketplaces-west.md 3.1: the data is refreshed every 24 hours",
        typed("walmart", "US", "2026-10-20", return_rate=percent("5.1", days=("2026-08-21", "2026-10-19"))),
        typed("walmart", "US", "2026-10-21", return_rate=percent("5.4", days=("2026-08-22", "2026-10-20"))),
        "lag",
        PART,
        "return_rate",
    ),
    Row(
        "walmart-one-shipping-method",
        "marketplaces-west.md 3.1: on-time delivery by shippingMethod",
        typed("walmart", "US", on_time_delivery_rate=percent("87.2")),
        typed("walmart", "US", on_time_delivery_rate=percent("91", "TWO_DAY")),
        "channel",
        PART,
        "on_time_delivery_rate",
    ),
    Row(
        "walmart-canada-apart",
        "marketplaces-west.md 3.2: Canada has its own list",
        typed("walmart", "US", cancellation_rate=percent("1.9")),
        typed("walmart", "CA", cancellation_rate=percent("2.6")),
        "site",
        PART,
        "cancellation_rate",
    ),
    Row(
        "etsy-average-of-the-past-year",
        "marketplaces-west.md 4.3 and SOURCES: 4.7523 over the past year, 56 / 12 in three months",
        own(average_review=amount("4.667", unit="stars", days=("2026-08-01", "2026-10-31"))),
        own(average_review=amount("4.7523", unit="stars", days=("2025-11-01", "2026-10-31"))),
        "window",
        PART,
        "own_stars_higher average_review",
    ),
    Row(
        "etsy-counts-in-utc",
        "marketplaces-west.md 4.4: download the CSV and check UTC times",
        own(answered=counted(96, 100, days=("2026-08-01", "2026-10-31"))),
        own(answered=counted(98, 100, days=("2026-08-01", "2026-10-31"))),
        "time_zone",
        POSSIBLE,
        "own_rate_higher answered",
        {"left": "UTC", "right": "America/New_York"},
    ),
    Row(
        "days-that-begin-elsewhere",
        "marketplaces-west.md 4.4: the same days, written by another clock",
        own(answered=counted(96, 100, days=("2026-08-01", "2026-10-30"))),
        own(answered=counted(98, 101, days=("2026-08-02", "2026-10-31"))),
        "time_zone",
        PART,
        "own_rate_higher answered",
        {"left": "America/Los_Angeles", "right": "Asia/Tokyo"},
    ),
    Row(
        "tiktok-percent-on-the-scale-of-ratios",
        "marketplaces-west.md 5.2 and SOURCES: PERCENT on values that are plainly ratios; a factor near 100",
        own(otdr=percent("0.9516")),
        own(otdr=percent("95.16")),
        "unit",
        ALL,
        "own_rate_higher otdr",
    ),
    Row(
        "tiktok-window-of-the-name",
        "SOURCES: the window in a metric's name and evaluate_duration_days can disagree",
        own(nrr=percent("1.26", days=("2026-09-01", "2026-10-30"))),
        own(nrr=percent("0.9", days=("2026-10-01", "2026-10-30"))),
        "window",
        PART,
        "own_rate_higher nrr",
    ),
    Row(
        "newegg-30-days-60-days-and-a-year",
        "marketplaces-west.md 6: daily figures for 30 days, 60 days and 12 months",
        own(odr=percent("0.8", days=("2026-10-01", "2026-10-30"))),
        own(odr=percent("0.6", days=("2026-09-01", "2026-10-30"))),
        "window",
        PART,
        "own_rate_higher odr",
    ),
    Row(
        "wish-refunds-of-63-to-93-days",
        "marketplaces-west.md 6: refunds of orders 63 to 93 days old",
        own(refunds=percent("7.1", days=("2026-07-30", "2026-08-29"))),
        own(refunds=percent("2.2", days=("2026-10-01", "2026-10-31"))),
        "window",
        PART,
        "own_rate_higher refunds",
    ),
]

WORLD = [
    Row(
        "shopee-25-is-25-percent",
        "marketplaces-world.md 0: percent at Shopee, Lazada, Cdiscount; fractions at others",
        typed("shopee", "SG", late_shipment_rate=percent("4.25")),
        typed("shopee", "SG", late_shipment_rate=percent("0.0425")),
        "unit",
        ALL,
        "late_shipment_rate",
    ),
    Row(
        "shopee-parent-and-child",
        "marketplaces-world.md 0 and 1.2: non-fulfilment is the sum of two parts; score the parent once",
        typed("shopee", "SG", non_fulfilment_rate=percent("6.5")),
        typed("shopee", "SG", cancellation_rate=percent("4"), return_refund_rate=percent("2.5")),
        "variant",
        ALL,
        "non_fulfilment_rate",
    ),
    Row(
        "shopee-next-day-orders",
        "marketplaces-world.md 1.2: ids 85, 88, 91 and 92 are of next-day orders alone",
        typed("shopee", "SG", late_shipment_rate=percent("4.1")),
        typed("shopee", "SG", late_shipment_rate_ndd=percent("7")),
        "variant",
        PART,
        "late_shipment_rate",
    ),
    Row(
        "shopee-two-on-time-rates",
        "marketplaces-world.md 1.2: on-time delivery as 2036 and as 2037",
        typed("shopee", "SG", on_time_delivery_rate_logistics=percent("91")),
        typed("shopee", "SG", on_time_delivery_rate_dd=percent("88")),
        "variant",
        PART,
        "on_time_delivery_rate_logistics",
    ),
    Row(
        "shopee-failed-pickups-of-a-day",
        "marketplaces-world.md 1.2: failed pickups are counted per day",
        typed("shopee", "SG", pickup_failure_rate=percent("12")),
        typed("shopee", "SG", daily_pickup_failure_rate=percent("40")),
        "variant",
        PART,
        "pickup_failure_rate",
    ),
    Row(
        "shopee-looks-on-mondays",
        "marketplaces-world.md 1.4: every Monday over the week before, not the last 7 days",
        typed("shopee", "SG", late_shipment_rate=percent("4.1", days=("2026-10-12", "2026-10-18"))),
        typed("shopee", "SG", late_shipment_rate=percent("5.2", days=("2026-10-15", "2026-10-21"))),
        "window",
        PART,
        "late_shipment_rate",
    ),
    Row(
        "shopee-this-period-and-the-last",
        "marketplaces-world.md 1.5: current_period beside last_period",
        typed("shopee", "SG", non_fulfilment_rate=percent("6", days=("2026-10-12", "2026-10-18"))),
        typed("shopee", "SG", non_fulfilment_rate=percent("3", days=("2026-10-05", "2026-10-11"))),
        "window",
        PART,
        "non_fulfilment_rate",
    ),
    Row(
        "shopee-preparation-time-ps",
        "marketplaces-world.md 1.2: preparation time has a variant PS, id 2033",
        typed("shopee", "SG", preparation_time=amount("1.4")),
        typed("shopee", "SG", preparation_time=amount("1.9", "ps")),
        "channel",
        PART,
        "preparation_time",
    ),
    Row(
        "shopee-cross-border",
        "marketplaces-world.md 1.3: sellers across the border are measured apart",
        typed("shopee", "SG", late_shipment_rate=percent("4.1")),
        typed("shopee", "SG", late_shipment_rate=percent("11", "cross_border")),
        "channel",
        PART,
        "late_shipment_rate",
    ),
    Row(
        "shopee-days-hours-or-seconds",
        "marketplaces-world.md 1.2: the unit of chat response time is a day, an hour or a second",
        typed("shopee", "SG", chat_response_time=amount("0.55")),
        typed("shopee", "SG", chat_response_time=amount("13.2")),
        "unit",
        ALL,
        "chat_response_time",
    ),
    Row(
        "shopee-tier-of-10-points",
        "marketplaces-world.md 1.6 and SOURCES: a fixture with 10 points and tier 2",
        report(SHOPEE + "shop_penalty.legacy.fixture.json"),
        typed("shopee", penalty_tier=amount("Tier 3")),
        "unexplained",
        NOTHING,
        "penalty_tier",
    ),
    Row(
        "shopee-points-before-the-appeal",
        "marketplaces-world.md 1.7: original_point_num above latest_point_num after a granted appeal",
        report(SHOPEE + "get_penalty_point_history.sample.json"),
        typed("shopee", penalty_points=amount(12)),
        "unexplained",
        NOTHING,
        "penalty_points",
    ),
    Row(
        "mercadolibre-claims-by-more-than-completed-sales",
        "marketplaces-world.md 2.2: denominators are about 4-7 % above sales.completed",
        report(ML + "mla-high-volume.real-masked.json"),
        typed("mercadolibre", "MLA", claims_rate=counted(862, 74_239)),
        "denominator",
        ALL,
        "claims_rate",
    ),
    Row(
        "mercadolibre-cancellations-by-more-than-completed-sales",
        "marketplaces-world.md 2.2: they behave like completed and cancelled sales together",
        report(ML + "mla-delays.real-masked.json"),
        typed("mercadolibre", "MLA", claims_rate=counted(20, 2878)),
        "denominator",
        ALL,
        "claims_rate",
    ),
    Row(
        "mercadolibre-delays-by-dispatches",
        "marketplaces-world.md 2.2: the denominator of delays is different again",
        report(ML + "mla-delays.real-masked.json"),
        typed("mercadolibre", "MLA", delayed_handling_rate=counted(104, 2878)),
        "denominator",
        ALL,
        "delayed_handling_rate",
    ),
    Row(
        "mercadolibre-completed-and-cancelled",
        "marketplaces-world.md 2.2: transactions.canceled of total, or of completed",
        report(ML + "mla-protected.real-masked.json"),
        typed("mercadolibre", "MLA", lifetime_cancel_share=counted(516, 7379)),
        "denominator",
        ALL,
        "lifetime_cancel_share",
    ),
    Row(
        "mercadolibre-one-cancellation-shown-as-none",
        "marketplaces-world.md 2.2: counts of one or two are shown as rate 0",
        report(ML + "mla-protected.real-masked.json"),
        typed("mercadolibre", "MLA", real_cancellations_rate=counted(1, 1179)),
        "counts",
        ALL,
        "real_cancellations_rate",
    ),
    Row(
        "mercadolibre-protected-rate",
        "marketplaces-world.md 0: rate 0 with excluded.real_rate",
        report(ML + "mla-protected.real-masked.json"),
        typed("mercadolibre", "MLA", claims_rate=percent("1.84")),
        "variant",
        ALL,
        "claims_rate",
    ),
    Row(
        "mercadolibre-protected-rate-by-own-count",
        "marketplaces-world.md 0: rate 0 with excluded.real_rate, against 23 claims counted by the seller",
        report(ML + "mla-protected.real-masked.json"),
        typed("mercadolibre", "MLA", claims_rate=counted(23, 1179)),
        "variant",
        PART,
        "claims_rate",
    ),
    Row(
        "mercadolibre-real-level",
        "marketplaces-world.md 2.2: real_level has a vocabulary of its own",
        typed("mercadolibre", "MLA", level=amount("5_green")),
        typed("mercadolibre", "MLA", real_level=amount("red")),
        "variant",
        PART,
        "level",
    ),
    Row(
        "mercadolibre-60-or-365-days",
        "marketplaces-world.md 2.3: 60 days with enough sales, else 365; the delivered period wins",
        report(ML + "mla-delays.real-masked.json"),
        typed(
            "mercadolibre", "MLA", cancellations_rate=counted(60, 14_000, days=("2025-11-01", "2026-10-31"))
        ),
        "window",
        PART,
        "cancellations_rate",
    ),
    Row(
        "mercadolibre-cancelled-since-the-first-day",
        "marketplaces-world.md 2.2: transactions.canceled is history, whoever cancelled",
        typed("mercadolibre", "MLA", cancellations_rate=percent("0.2")),
        typed("mercadolibre", "MLA", lifetime_cancel_share=counted(1061, 26_454)),
        "variant",
        PART,
        "cancellations_rate",
    ),
    Row(
        "mercadolibre-remote-and-fulfillment",
        "marketplaces-world.md 2.1: one record per site and logistic type",
        typed("mercadolibre", "MLM", claims_rate=percent("0.94", "remote")),
        typed("mercadolibre", "MLM", claims_rate=percent("1.04", "fulfillment")),
        "channel",
        PART,
        "claims_rate remote",
    ),
    Row(
        "mercadolibre-sites-apart",
        "marketplaces-world.md 2.1: one record per site",
        typed("mercadolibre", "MLM", claims_rate=percent("0.94")),
        typed("mercadolibre", "MLB", claims_rate=percent("6.82")),
        "site",
        PART,
        "claims_rate",
    ),
    Row(
        "mercadolibre-fraction-read-as-percent",
        "marketplaces-world.md 0: Mercado Libre delivers fractions (0.02 = 2 %)",
        report(ML + "mla-high-volume.real-masked.json"),
        typed("mercadolibre", "MLA", delayed_handling_rate=percent("0.0045")),
        "unit",
        ALL,
        "delayed_handling_rate",
    ),
    Row(
        "bol-8-of-88",
        "marketplaces-world.md 4.3: a demo answer has 8 of 88 with the value 0.88",
        own(cancellations=ratio("0.88") | counted(8, 88) | {"unit": "ratio"}),
        own(cancellations=counted(8, 88)),
        "counts",
        ALL,
        "own_rate_higher cancellations",
    ),
    Row(
        "bol-week-that-still-moves",
        "marketplaces-world.md 4.3: the current week may still move strongly",
        own(late=counted(2, 90, days=("2026-10-12", "2026-10-18"))) | {"as_of": "2026-10-19"},
        own(late=counted(5, 90, days=("2026-10-12", "2026-10-18"))) | {"as_of": "2026-10-28"},
        "lag",
        PART,
        "own_rate_higher late",
    ),
    Row(
        "bol-22-or-24-weeks",
        "marketplaces-world.md 4.3: strikes of 22 final weeks; an older text says 24",
        own(strikes=amount(3, unit="count", days=("2026-05-18", "2026-10-18"))),
        own(strikes=amount(4, unit="count", days=("2026-05-04", "2026-10-18"))),
        "window",
        PART,
        "own_count_higher strikes",
    ),
    Row(
        "lazada-days-35-to-8",
        "marketplaces-world.md 5.3: cancellations of 28 days from D-35 to D-8",
        own(cancelled=percent("1.8", days=("2026-09-17", "2026-10-14"))),
        own(cancelled=percent("2.4", days=("2026-09-25", "2026-10-22"))),
        "window",
        PART,
        "own_rate_higher cancelled",
    ),
    Row(
        "mirakl-five-periods",
        "marketplaces-world.md 6.1: every statistic comes over five periods",
        own(incidents=percent("5.5", days=("2026-09-01", "2026-09-30"))),
        own(incidents=percent("3.1", days=("2026-07-01", "2026-09-30"))),
        "window",
        PART,
        "own_rate_higher incidents",
    ),
    Row(
        "mirakl-1-for-100-percent",
        "marketplaces-world.md 6.1: A01 holds 1 for 100 %; A21 does not say",
        own(approval=ratio("0.972")),
        own(approval=percent("0.972")),
        "unit",
        ALL,
        "own_rate_higher approval",
    ),
    Row(
        "cdiscount-30-and-60-days",
        "marketplaces-world.md 9: ValueD30 beside ValueD60",
        own(accepted=percent("97.1", days=("2026-10-01", "2026-10-30"))),
        own(accepted=percent("96.4", days=("2026-09-01", "2026-10-30"))),
        "window",
        PART,
        "own_rate_higher accepted",
    ),
    Row(
        "aliexpress-7-and-30-days",
        "marketplaces-world.md 10: non-fulfilment over 7 and 30 days",
        own(unfulfilled=counted(4, 100, days=("2026-10-24", "2026-10-30"))),
        own(unfulfilled=counted(9, 420, days=("2026-10-01", "2026-10-30"))),
        "window",
        PART,
        "own_rate_higher unfulfilled",
    ),
    Row(
        "allegro-unique-and-all-buyers",
        "marketplaces-world.md 3.1: recommended and not recommended, each as total and unique",
        own(recommended=counted(95, 100)),
        own(recommended=counted(197, 205)),
        "unexplained",
        NOTHING,
        "own_rate_higher recommended",
    ),
]
ROWS = [*AMAZON, *WEST, *WORLD]


@pytest.fixture(scope="module")
def client():
    app = create_app(Settings(database_url="sqlite:///:memory:", log_level="ERROR"))
    yield app.test_client()
    app.extensions["sellervitals"].store.close()


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in ROWS])
def test_a_public_mismatch_has_its_cause(client, row):
    zones = {"time_zones": row.zones} if row.zones else {}
    response = client.post("/v1/reconciliations", json={"left": row.left, "right": row.right, **zones})
    assert response.status_code == 200, response.json
    metric, _, segment = row.pair.partition(" ")
    about = [
        pair
        for pair in response.json["pairs"]
        if (pair["left"]["metric"], pair["left"]["segment"] or "") == (metric, segment)
    ]
    assert about, response.json["unpaired"]
    for pair in about:
        first = pair["causes"][0]
        assert (first["cause"], first["explains"]) == (row.cause, row.explains), pair["causes"]
        assert pair["equal"] is (None if row.cause == "no_data" or pair["difference"] is None else False) or (
            pair["left"]["unit"] == "state" and pair["equal"] is False
        )


def test_no_mismatch_stands_twice():
    assert len({row.id for row in ROWS}) == len(ROWS)
