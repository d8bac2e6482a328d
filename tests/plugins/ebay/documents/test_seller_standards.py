"""Seller standards profiles: every shape they come in, and the traps of live answers."""

from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals_ebay.documents.profile_metrics import KEYS
from sellervitals_ebay.documents.seller_standards import read, recognises

DEFECTS = {
    "metricKey": "DEFECTIVE_TRANSACTION_RATE",
    "value": {"value": "0.82", "numerator": 5, "denominator": 612},
    "level": "ABOVE_STANDARD",
    "type": "RATE",
    "thresholdLowerBound": {"value": "0.50"},
    "thresholdUpperBound": {"value": "2.00"},
    "thresholdMetaData": "(LOWER,UPPER]",
}


def told(reading):
    return {(each.site, each.segment, each.metric): each for each in reading.measurements}


def codes(reading):
    return [each.code for each in reading.notices]


def metric(reading, name):
    [found] = [each for each in reading.measurements if each.metric == name]
    return found


def test_one_profile_a_bare_list_and_the_whole_answer_read_alike(payload):
    whole = payload("find_seller_standards_profiles")
    listed = whole["standardsProfiles"]
    assert all(map(recognises, (whole, listed, listed[0])))
    values = [
        [(each.site, each.segment, each.metric, each.value) for each in read(content).measurements]
        for content in (whole, listed)
    ]
    assert values[0] == values[1]
    assert values[0][:8] == [
        (each.site, each.segment, each.metric, each.value) for each in read(listed[0]).measurements
    ]
    assert [each.pointer for each in read(listed).measurements][:2] == ["/0/standardsLevel", "/0/metrics/0"]


def test_all_programs_are_sites_and_the_default_one_is_the_main_site(payload):
    reading = read(payload("find_seller_standards_profiles"))
    assert reading.sites == ("PROGRAM_US", "PROGRAM_GLOBAL", "PROGRAM_UK")
    assert reading.main_site == "PROGRAM_US"


@pytest.mark.parametrize(
    "content",
    [
        {},
        [],
        None,
        "text",
        [1],
        [[]],
        {"standardsProfiles": {}},
        {"program": "PROGRAM_US"},
        {"standardsLevel": "TOP_RATED"},
    ],
)
def test_anything_else_is_not_claimed(content):
    assert not recognises(content)


def test_no_profile_is_no_data_and_says_so():
    reading = read({"standardsProfiles": []})
    assert (reading.measurements, reading.sites, codes(reading)) == ((), (None,), ["no_profile"])


def test_current_has_no_segment_and_a_forecast_is_projected(read_profile):
    forecast = read_profile(
        DEFECTS,
        cycle={
            "cycleType": "PROJECTED",
            "evaluationDate": "2026-11-19T16:40:05.000Z",
            "evaluationMonth": "2026-11",
        },
    )
    assert {each.segment for each in forecast.measurements} == {"projected"}
    [said] = forecast.notices
    assert said.code == "projection"
    assert "2026-11-19 for the evaluation of 2026-11" in said.message
    assert {each.segment for each in read_profile(DEFECTS).measurements} == {None}


def test_an_unknown_cycle_or_program_is_left_out_and_not_taken_for_the_current_one(read_profile):
    for odd in ({"cycle": {}}, {"cycle": {"cycleType": "NEXT"}}, {"program": "PROGRAM_FR"}, {"cycle": None}):
        reading = read_profile(DEFECTS, **odd)
        assert reading.measurements == ()
        assert codes(reading) == ["no_profile", "unknown_profile"]
        assert reading.ignored == ()


def test_trap_days_on_site_is_a_flag_and_no_number_of_days(read_profile):
    flag = {"metricKey": "MIN_DAYS_ON_SITE", "value": 1, "level": "TOP_RATED", "thresholdLowerBound": 90}
    passed = metric(read_profile(flag), "days_on_site")
    assert (passed.value, passed.verdict, passed.good) == (Decimal(90), "TOP_RATED", True)
    assert "at least so old" in passed.rebuilt_from
    for odd in ({"level": "ABOVE_STANDARD"}, {"level": None}, {"thresholdLowerBound": None}):
        assert metric(read_profile(flag | odd), "days_on_site").value is None
    real = metric(read_profile(flag | {"value": 41, "level": "ABOVE_STANDARD"}), "days_on_site")
    assert (real.value, real.rebuilt_from) == (Decimal(41), "")


def test_trap_a_value_is_a_number_a_text_or_an_object(read_profile):
    key = {"metricKey": "SHIPPING_MISS_RATE", "level": "ABOVE_STANDARD"}
    for value in (
        Decimal("4.52"),
        "4.52",
        {"value": "4.52", "numerator": 27, "denominator": 598},
        {"value": Decimal("4.52")},
    ):
        written = float(value) if isinstance(value, Decimal) else value
        if isinstance(written, dict):
            written = {
                name: float(each) if isinstance(each, Decimal) else each for name, each in written.items()
            }
        found = metric(read_profile(key | {"value": written}), "late_shipment_rate")
        assert (found.value, found.digits) == (percent("4.52"), 4)
    counted = metric(
        read_profile(key | {"value": {"numerator": 27, "denominator": 598}}), "late_shipment_rate"
    )
    assert counted.decisive == sdk.Rate(27, 598)


def test_trap_the_published_schema_has_no_levels_and_is_read_too(read_profile):
    published = {
        "metricKey": "DEFECTIVE_TRANSACTION_RATE",
        "value": "0.82",
        "benchmark": {},
        "distributions": [],
    }
    found = metric(read_profile(published), "transaction_defect_rate")
    assert (found.value, found.verdict, found.good, found.target) == (percent("0.82"), None, None, None)


def test_trap_bounds_are_lines_to_below_standard_only_where_they_are(read_profile):
    assert metric(read_profile(DEFECTS), "transaction_defect_rate").target == sdk.Target(
        sdk.Comparator.AT_MOST, percent("2")
    )
    reversed_ = DEFECTS | {
        "thresholdLowerBound": {"value": "2.00"},
        "thresholdUpperBound": None,
        "thresholdMetaData": "(UPPER,LOWER]",
        "level": "BELOW_STANDARD",
        "value": {"value": "2.61", "numerator": 13, "denominator": 498},
    }
    assert metric(read_profile(reversed_), "transaction_defect_rate").target == sdk.Target(
        sdk.Comparator.AT_MOST, percent("2")
    )
    top = DEFECTS | {"level": "TOP_RATED", "thresholdUpperBound": {"value": "0.90"}}
    assert metric(read_profile(top), "transaction_defect_rate").target is None


def test_late_shipments_have_no_line_to_below_standard_in_the_us_program(read_profile):
    late = {
        "metricKey": "SHIPPING_MISS_RATE",
        "value": {"value": "9.5", "numerator": 57, "denominator": 600},
        "level": "BELOW_STANDARD",
        "thresholdLowerBound": {"value": "9.00"},
    }
    assert metric(read_profile(late), "late_shipment_rate").target is None
    found = metric(read_profile(late, program="PROGRAM_UK"), "late_shipment_rate")
    assert found.target == sdk.Target(sdk.Comparator.AT_MOST, percent("9"))


def test_volume_and_tracking_bounds_are_no_targets(payload):
    for each in read(payload("find_seller_standards_profiles")).measurements:
        if each.metric in {"transactions_12m", "sales_12m", "days_on_site", "tracking_uploaded_on_time_rate"}:
            assert each.target is None


def test_only_us_dollars_can_be_compared(read_profile):
    sales = {"metricKey": "MIN_GMV", "value": {"value": "2610.00", "currency": "EUR"}, "level": "TOP_RATED"}
    reading = read_profile(sales)
    found = metric(reading, "sales_12m")
    assert (found.value, found.verdict, codes(reading)) == (None, "TOP_RATED", ["other_currency"])
    assert codes(read_profile(sales | {"value": "2610.00"})) == ["other_currency"]
    dollars = read_profile(sales | {"value": {"value": "2610.00", "currency": "USD"}})
    assert metric(dollars, "sales_12m").value == Decimal("2610.00")


def test_trap_the_month_of_the_evaluation_may_be_missing_or_years_old(read_profile):
    for month in (None, "2017-02", 7):
        cycle = {
            "cycleType": "CURRENT",
            "evaluationDate": "2026-10-20T08:12:44.000Z",
            "evaluationMonth": month,
        }
        level = metric(read_profile(cycle=cycle), "seller_level")
        assert level.window == sdk.Window(date(2026, 10, 20), date(2026, 10, 20))


@pytest.mark.parametrize(
    ("month", "says"),
    [
        ("2026-11", "for the evaluation of 2026-11."),
        ("2026-12", "for the evaluation of 2026-12."),
        ("2017-02", "for the next evaluation."),
        ("soon", "for the next evaluation."),
        (None, "for the next evaluation."),
    ],
)
def test_a_forecast_names_its_evaluation_where_it_can_be_believed(read_profile, month, says):
    cycle = {"cycleType": "PROJECTED", "evaluationDate": "2026-11-19T16:40:05.000Z", "evaluationMonth": month}
    [said] = read_profile(cycle=cycle).notices
    assert said.message.endswith(says)


def test_trap_an_unused_program_has_a_level_and_no_data(read_profile):
    reading = read_profile(evaluationReason="Default", metrics=[])
    [level] = reading.measurements
    assert (level.value, codes(reading)) == ("ABOVE_STANDARD", ["program_not_used"])


@pytest.mark.parametrize("reason", ["Protected because of severe weather", "Default"])
def test_another_reason_is_an_override_and_is_told(read_profile, reason):
    reading = read_profile(DEFECTS, evaluationReason=reason)
    [said] = reading.notices
    assert said.code == "level_override"
    assert metric(reading, "seller_level").quotes == (sdk.Quote(reason),)
    assert reason in said.message
    assert said.pointer == "/evaluationReason"


def test_words_are_kept_as_written_and_unknown_ones_named(read_profile):
    reading = read_profile(DEFECTS | {"level": "Fine"}, standardsLevel="Gold")
    assert (metric(reading, "seller_level").value, metric(reading, "seller_level").good) == ("Gold", None)
    assert metric(reading, "transaction_defect_rate").verdict == "Fine"
    assert codes(reading) == ["unknown_word", "unknown_word"]


def test_every_key_of_the_policy_is_read(read_profile):
    for key, brings in KEYS.items():
        value = {"value": "7", "currency": "USD"}
        found = metric(read_profile({"metricKey": key, "value": value, "level": "TOP_RATED"}), brings.metric)
        assert found.value == (percent("7") if brings.unit == "ratio" else Decimal(7))
    assert len(KEYS) == 9


def test_what_is_not_known_is_listed_or_named(read_profile):
    reading = read_profile(DEFECTS | {"trend": 1}, {"metricKey": "NEW_RATE", "value": 1}, sellerName="A")
    assert [each.pointer for each in reading.ignored] == ["/metrics/0/trend", "/sellerName"]
    assert codes(reading) == ["unknown_metric"]
