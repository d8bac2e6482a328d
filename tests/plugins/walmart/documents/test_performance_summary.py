"""Every summary: rate, window, standard, verdict, drivers, advice and what it cost."""

from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals_walmart.documents.performance_summary import DOCUMENT, read, recognises

MONTH = sdk.Window(date(2026, 10, 20), date(2026, 11, 18))
TWO_MONTHS = sdk.Window(date(2026, 9, 20), date(2026, 11, 18))
AT_MOST, AT_LEAST = sdk.Comparator.AT_MOST, sdk.Comparator.AT_LEAST
OFFICIAL, SUGGESTED = sdk.Trust.OFFICIAL, sdk.Trust.SUGGESTED


def target(comparator, line, trust=OFFICIAL):
    return sdk.Target(comparator, percent(line), trust)


EXPECTED = {
    "otd_summary": (
        "on_time_delivery_rate",
        "87.2",
        MONTH,
        target(AT_LEAST, "90"),
        "URGENT",
        False,
    ),
    "vtr_summary": ("valid_tracking_rate", "97.4", MONTH, target(AT_LEAST, "99"), "MONITOR", None),
    "cancellations_summary": ("cancellation_rate", "3.1", MONTH, target(AT_MOST, "2"), "URGENT", False),
    "srr_summary": ("seller_response_rate", "93.5", MONTH, target(AT_LEAST, "95"), "MONITOR", None),
    "returns_summary": ("return_rate", "7.4", TWO_MONTHS, target(AT_MOST, "6"), "URGENT", False),
    "item_not_received_summary": (
        "item_not_received_rate",
        "1.6",
        TWO_MONTHS,
        target(AT_MOST, "2"),
        "GOOD",
        True,
    ),
    "negative_feedback_summary": (
        "negative_feedback_rate",
        "2.6",
        TWO_MONTHS,
        target(AT_MOST, "2"),
        "MONITOR",
        None,
    ),
    "late_shipment_summary": (
        "late_shipment_rate",
        "5.9",
        MONTH,
        target(AT_MOST, "5", SUGGESTED),
        "MONITOR",
        None,
    ),
    "refunds_deprecated_summary": ("refund_rate", "6.6", MONTH, target(AT_MOST, "6"), "MONITOR", None),
    "sss_ots_summary": (
        "sss_on_time_shipment_rate",
        "97.2",
        MONTH,
        target(AT_LEAST, "99", SUGGESTED),
        None,
        None,
    ),
    "sss_cma_summary": (
        "sss_carrier_method_accuracy",
        "96",
        MONTH,
        target(AT_LEAST, "98", SUGGESTED),
        None,
        None,
    ),
    "sss_sfla_summary": (
        "sss_ship_from_accuracy",
        "99.1",
        MONTH,
        target(AT_LEAST, "98", SUGGESTED),
        None,
        None,
    ),
}


@pytest.mark.parametrize(("name", "expected"), EXPECTED.items())
def test_u10_the_judged_rate_of_every_sample(load, name, expected):
    content = load(name)
    assert recognises(content)
    reading = read(content)
    found, *others = reading.measurements
    assert (
        found.metric,
        found.value,
        found.window,
        found.target,
        found.verdict,
        found.good,
    ) == (expected[0], percent(expected[1]), *expected[2:])
    assert (found.segment, found.numerator, found.denominator, found.site) == (None, None, None, None)
    assert (found.document, found.pointer) == (DOCUMENT.type, "/payload")
    assert reading.ignored == ()
    assert reading.sites == (None,)
    assert reading.main_site == "US"
    risks = [(each.metric, each.segment, each.value, each.pointer) for each in others]
    said = [("risk_level", expected[0], expected[4], "/payload/performanceRiskLevel")]
    assert risks == (said if expected[4] else [])


SHARES = {
    "otd_summary": {
        "lateShipmentRate": "5.1",
        "carrierEDDLaterThanEDDRate": "2",
        "lateHandoverToCarrierRate": "2.9",
        "noCarrierScanRate": "0.9",
        "carrierMethodMismatchRate": "0.4",
        "shipLocationMismatchRate": "0.2",
        "carrierDelaysRate": "1.3",
        "nonAccountableDrivers.weatherDelaysRate": "0.8",
        "nonAccountableDrivers.carrierExceptionRate": "1.2",
        "nonAccountableDrivers.miscellaneousRate": "0.6",
    },
    "cancellations_summary": {
        "outOfStockRate": "1.92",
        "pricingErrorRate": "0.37",
        "incMrkdAddNotSvcbleRate": "0",
        "shipWindowExpRate": "0.81",
        "nonAccountableDrivers.customerReqRate": "0.9",
        "nonAccountableDrivers.customerFraudRate": "0.1",
        "nonAccountableDrivers.miscellaneousRate": "0.1",
    },
    "vtr_summary": {
        "misleadingTrackingRate": "0",
        "nonIntegratedCarrierRate": "0.65",
        "invalidTrackingIdRate": "1.04",
        "invalidTrackingUrlRate": "0.13",
        "noCarrierScanRate": "0.78",
        "nonAccountableDrivers.miscellaneousRate": "0",
    },
    "returns_summary": {
        "incorrectItemsRate": "1.33",
        "arrivedLateRate": "0.89",
        "defectiveRate": "3.33",
        "damagedRate": "1.85",
        "nonAccountableDrivers.customerChangedMindRate": "2.4",
        "nonAccountableDrivers.miscellaneousRate": "0.3",
    },
    "item_not_received_summary": {
        "incorrectItemsRate": "0.16",
        "lostRate": "1.44",
        "nonAccountableDrivers.customerChangedMindRate": "0.1",
        "nonAccountableDrivers.miscellaneousRate": "0.2",
    },
    "late_shipment_summary": {
        "lateShipmentRate": "3.54",
        "lateHandoverToCarrierRate": "1.77",
        "missingOrInvalidRate": "0.59",
        "nonAccountableDrivers.weatherDelayRate": "0.63",
        "nonAccountableDrivers.miscellaneousRate": "0.27",
    },
    "sss_ots_summary": {"markedAsShippedLateRate": "1.9", "lateHandoverToCarrierRate": "0.9"},
    "srr_summary": {},
    "sss_cma_summary": {},
    "sss_sfla_summary": {},
}


@pytest.mark.parametrize(("name", "shares"), SHARES.items())
def test_drivers_are_shares_and_say_which_the_seller_is_not_accountable_for(load, name, shares):
    found = read(load(name)).measurements[0]
    assert dict(found.shares) == {key: percent(value) for key, value in shares.items()}


def test_negative_feedback_has_its_nineteen_drivers_and_two_of_walmarts_own(load):
    shares = read(load("negative_feedback_summary")).measurements[0].shares
    assert len(shares) == 21
    assert shares["productQualityRate"] == percent("0.78")
    assert shares["defectiveRate"] == percent("0.312")
    assert shares["responseQualityRate"] == percent("0.078")
    assert shares["nonAccountableDrivers.wfsRate"] == percent("0")


def items(found):
    return [(each.id, each.value, each.units) for each in found.breakdown.items]


@pytest.mark.parametrize(
    ("name", "affected", "loss"),
    [
        ("cancellations_summary", 16, "1142.37"),
        ("returns_summary", 69, "3280.15"),
        ("item_not_received_summary", 15, "640.20"),
        ("negative_feedback_summary", 24, "910.00"),
        ("refunds_deprecated_summary", 33, "2011.40"),
        ("vtr_summary", 13, None),
        ("sss_ots_summary", 12, None),
    ],
)
def test_affected_orders_and_the_sales_lost_with_them_stand_behind_the_rate(load, name, affected, loss):
    behind = read(load(name)).measurements[0].breakdown
    assert (behind.items, behind.total) == ((), affected)
    said = None if behind.money is None else (behind.money.amount, behind.money.currency)
    assert said == (None if loss is None else (Decimal(loss), "USD"))


@pytest.mark.parametrize(
    ("name", "overall", "affected"), [("otd_summary", "84.6", 63), ("late_shipment_summary", "6.8", 33)]
)
def test_the_overall_rate_is_shown_and_not_judged(load, name, overall, affected):
    found = read(load(name)).measurements[0]
    assert items(found) == [("overallRate", percent(overall), None)]
    assert found.breakdown.items[0].situation == "not judged"
    assert found.breakdown.items[0].pointer == "/payload/overallRate"
    assert found.breakdown.total == affected
    assert found.value != percent(overall)


def test_response_rates_by_topic_are_items_with_the_lowest_first_and_no_shares(load):
    found = read(load("srr_summary")).measurements[0]
    assert items(found) == [
        ("itemIssueRate", percent("91"), None),
        ("returnsRefundsRate", percent("92.5"), None),
        ("miscellaneousRate", percent("93.5"), None),
        ("trackOrderRate", percent("95"), None),
        ("cancellationRate", percent("100"), None),
        ("feedbackRate", percent("100"), None),
        ("affected", None, 9),
    ]
    assert found.breakdown.items[0].pointer == "/payload/sellerAccountableDrivers/itemIssueRate"


def test_accuracies_by_carrier_method_are_items(load):
    assert items(read(load("sss_cma_summary")).measurements[0]) == [
        ("USPS Ground Advantage", percent("94.8"), None),
        ("UPS Ground", percent("95.1"), None),
        ("FedEx Ground", percent("97.5"), None),
        ("affected", None, 17),
    ]


def test_walmarts_recommendation_is_quoted_with_its_link(load):
    found = read(load("otd_summary")).measurements[0]
    [quote] = found.quotes
    assert quote.text == "Review lag time and transit templates for late lanes."
    assert quote.url == "https://marketplacelearn.walmart.com/guides/shipping-settings"


@pytest.mark.parametrize("link", ["http://walmart.example", "javascript:alert(1)", "", None, 7])
def test_a_link_that_is_not_https_is_left_out_of_the_quote(read_changed, link):
    advice = [{"recommendation": "Sync.", "moreInfoLink": link}, {"moreInfoLink": "https://a.example"}]
    found = read_changed("otd_summary", recommendations=advice).measurements[0]
    assert found.quotes == (sdk.Quote("Sync."),)


def test_the_refund_summary_says_that_it_leaves(load):
    reading = read(load("refunds_deprecated_summary"))
    assert ["27 March 2027" in each.message for each in reading.notices] == [True]
    assert [each.day for each in reading.measurements[0].breakdown.deadlines] == [date(2027, 3, 27)]


def test_unknown_keys_are_listed_at_every_depth(changed):
    content = changed("otd_summary", surprise=1)
    content["payload"]["recommendations"][0]["priority"] = 2
    content["extra"] = {}
    content["payload"]["sellerAccountableDrivers"]["newDriverRate"] = Decimal("0.5")
    reading = read(content)
    assert [each.pointer for each in reading.ignored] == [
        "/extra",
        "/payload/recommendations/0/priority",
        "/payload/surprise",
    ]
    assert reading.measurements[0].shares["newDriverRate"] == percent("0.5")
