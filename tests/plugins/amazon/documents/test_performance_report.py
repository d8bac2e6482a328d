"""Every shape of the seller performance report that schema, live documents and other software write."""

from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.performance_report import read, recognises

US, CA = "ATVPDKIKX0DER", "A2EUQ1WTGCTBG2"
LATE = {"rate": 0.032, "orderCount": 1000, "lateShipmentCount": 32, "targetValue": 0.04}


def _codes(reading):
    return [(notice.code, notice.pointer.removeprefix("/performanceMetrics/0")) for notice in reading.notices]


def _days(start, end):
    return {"reportingDateFrom": start, "reportingDateTo": end}


# The traps inside Amazon's own examples


def test_trap_cancellation_counts_against_the_rate(payload):
    for sample in ("schema-root-example", "assembled-from-property-examples"):
        (found,) = _of(read(payload(sample)), "cancellation_rate")
        assert (found.value, found.numerator, found.denominator) == (sdk.ratio("0.005"), 551, 17197)
        assert (found.target.value, found.good) == (sdk.ratio("0.01"), True)
        assert not found.counts_agree
        assert found.decisive == sdk.ratio("0.005")


@pytest.mark.parametrize(
    ("metric", "top", "bottom"),
    [("on_time_delivery_rate", 847987, 808046), ("valid_tracking_rate", 896462, 878443)],
)
def test_trap_more_good_events_than_events_are_kept_as_reported(payload, metric, top, bottom):
    (found,) = _of(read(payload("schema-root-example")), metric)
    assert (found.value, found.numerator, found.denominator) == (sdk.ratio("0.9529"), top, bottom)


def test_trap_unit_on_time_rate_below_its_target_is_called_good(payload):
    (found,) = _of(read(payload("schema-root-example")), "unit_on_time_delivery_rate")
    assert (found.counts_agree, found.decisive, found.verdict) == (True, sdk.Rate(146, 165), "GOOD")
    assert not found.target.comparator.holds(found.decisive, found.target.value)


def test_trap_order_defect_parts_may_add_up_to_more_than_the_orders(payload):
    found = _of(read(payload("schema-root-example")), "order_defect_rate")
    assert [each.segment for each in found] == ["mfn", "afn"]
    for each in found:
        assert (each.value, each.numerator, each.denominator) == (sdk.ratio("0.009"), 1078, 539000)
        assert each.parts == {"negative feedback": 628, "A-to-z claims": 442, "chargebacks": 15}
        assert not each.exclusive


def test_trap_afn_block_labelled_mfn_is_said(payload):
    reading = read(payload("schema-root-example"))
    assert _codes(reading) == [("label_mismatch", "/orderDefectRate/afn/fulfillmentType")]


def test_trap_reversed_document_request_window_is_kept(payload):
    (found,) = _of(read(payload("schema-root-example")), "document_requests")
    assert found.window == (date(2020, 11, 21), date(2020, 11, 19))
    assert (found.value, found.verdict, found.good) == (8, "GOOD", True)
    assert found.target == sdk.Target(sdk.Comparator.AT_MOST, Decimal(0))


def test_trap_suspended_is_mirrored_though_no_enum_holds_it(payload):
    found = _of(read(payload("schema-root-example")), "account_status")
    assert [(each.site, each.value, each.good) for each in found] == [
        ("US", "AT_RISK", False),
        ("CA", "NORMAL", True),
        ("MX", "SUSPENDED", False),
    ]


@pytest.mark.parametrize("key", ["ahrStatus", "accountHealthRatingStatus"])
def test_trap_the_rating_status_has_two_names_and_the_score_is_not_declared(read_block, key):
    found = read_block("accountHealthRating", {key: "WARNED", "ahrScore": 184})
    assert (found.value, found.verdict, found.good) == (184, "WARNED", False)
    assert type(found.value) is Decimal


def test_trap_undeclared_names_read_like_the_declared_ones(payload):
    root = {each.metric for each in read(payload("schema-root-example")).measurements}
    assert {"cancellation_rate", "document_requests", "warning_state"} <= root


@pytest.mark.parametrize("end", ["2020-11-18T23:59Z", "2020-11-18T23:59:59Z", "2020-11-18T23:59:59.999Z"])
def test_trap_timestamps_with_and_without_seconds(read_block, end):
    found = read_block("listingPolicyViolations", {"reportingDateRange": _days("2020-11-12T00:00Z", end)})
    assert (found.window, found.window.days) == ((date(2020, 11, 12), date(2020, 11, 18)), 7)


# Windows


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-08-10", "2026-09-09", (date(2026, 8, 10), date(2026, 9, 9))),
        ("2026-08-10T00:00:00", "2026-09-09T23:59", (date(2026, 8, 10), date(2026, 9, 9))),
        ("2026-08-10T00:00+02:00", "2026-09-09T23:59-07:00", (date(2026, 8, 9), date(2026, 9, 10))),
        ("2026-08-10", None, (date(2026, 8, 10), None)),
        (None, None, None),
    ],
)
def test_windows_are_days_in_utc(read_block, start, end, expected):
    found = read_block("otherPolicyViolations", {"defectsCount": 0, "reportingDateRange": _days(start, end)})
    assert found.window == expected


@pytest.mark.parametrize("end", ["yesterday", "", 20201118, "0001-01-01T00:00+14:00", "x" * 1000, [], True])
def test_unusable_days_are_left_out(read_blocks, end):
    reading = read_blocks(
        otherPolicyViolations={"defectsCount": 3, "reportingDateRange": _days("2026-08-10", end)}
    )
    assert reading.measurements[0].window == (date(2026, 8, 10), None)
    assert reading.measurements[0].value == 3
    place = "/otherPolicyViolations/reportingDateRange/reportingDateTo"
    assert _codes(reading) == ([] if end == "" else [("unreadable_value", place)])


# Late shipments: 10 and 30 days


def _late(*windows):
    return [LATE | ({"reportingDateRange": _days(*each)} if each else {}) for each in windows]


TEN, THIRTY = ("2026-10-31", "2026-11-09"), ("2026-10-11", "2026-11-09")


@pytest.mark.parametrize(
    ("blocks", "segments", "codes"),
    [
        ({"lateShipmentRate": _late(THIRTY)[0]}, ["30d"], []),
        ({"lateShipmentRate": _late(("2026-10-10", "2026-11-09"))[0]}, ["30d"], []),
        ({"lateShipmentRate": _late(TEN)[0]}, ["10d"], []),
        ({"lateShipmentRate": _late(None)[0]}, ["30d"], []),
        ({"lateShipmentRateList": _late(TEN, THIRTY)}, ["10d", "30d"], []),
        ({"lateShipmentRateList": _late(THIRTY, TEN)}, ["10d", "30d"], []),
        (
            {"lateShipmentRateList": _late(THIRTY, TEN), "lateShipmentRate": _late(THIRTY)[0]},
            ["10d", "30d"],
            [],
        ),
        ({"lateShipmentRateList": _late(TEN), "lateShipmentRate": _late(THIRTY)[0]}, ["10d", "30d"], []),
        ({"lateShipmentRateList": _late(TEN), "lateShipmentRate": _late(None)[0]}, ["10d", "30d"], []),
        ({"lateShipmentRateList": []}, [], []),
        ({"lateShipmentRateList": _late(None)}, ["30d"], ["window_unknown"]),
        ({"lateShipmentRateList": _late(TEN, None)}, ["10d", "30d"], ["window_unknown"]),
        ({"lateShipmentRateList": _late(THIRTY, None)}, ["10d", "30d"], ["window_unknown"]),
        ({"lateShipmentRateList": _late(("2026-11-09", "2026-10-31"))}, ["30d"], ["window_unknown"]),
        ({"lateShipmentRate": _late(("2026-11-01", "2026-11-07"))[0]}, ["10d"], ["unexpected_window"]),
        ({"lateShipmentRate": _late(("2026-09-01", "2026-11-09"))[0]}, ["30d"], ["unexpected_window"]),
    ],
)
def test_late_shipments_are_told_apart_by_their_days(read_blocks, blocks, segments, codes):
    reading = read_blocks(**blocks, otherPolicyViolations={"defectsCount": 0})
    assert [each.segment for each in _of(reading, "late_shipment_rate")] == segments
    assert [code for code, _ in _codes(reading)] == codes


def test_of_two_late_shipment_blocks_without_days_the_one_with_more_orders_is_the_longer(read_blocks):
    small, large = LATE | {"orderCount": 100, "lateShipmentCount": 3, "rate": 0.03}, LATE
    for listed in ([small, large], [large, small]):
        found = _of(read_blocks(lateShipmentRateList=listed), "late_shipment_rate")
        assert [(each.segment, each.denominator) for each in found] == [("10d", 100), ("30d", 1000)]


def test_two_different_blocks_of_one_window_keep_the_first_and_say_so(read_blocks):
    other = LATE | {"lateShipmentCount": 90, "rate": 0.09, "reportingDateRange": _days(*THIRTY)}
    reading = read_blocks(lateShipmentRateList=_late(THIRTY), lateShipmentRate=other)
    assert [each.numerator for each in reading.measurements] == [32]
    assert _codes(reading) == [("repeated", "/lateShipmentRate")]


# Targets


@pytest.mark.parametrize("value", [0.04, "0.04", {"value": 0.04, "condition": "lt"}, {"value": 0.04}])
def test_targets_as_number_text_or_object(read_block, value):
    found = read_block("lateShipmentRate", LATE | {"targetValue": value, "targetCondition": "LESS_THAN"})
    assert found.target == sdk.Target(sdk.Comparator.BELOW, sdk.ratio("0.04"))


@pytest.mark.parametrize(
    ("key", "word", "expected"),
    [
        ("lateShipmentRate", "LESS THAN OR EQUAL", "at_most"),
        ("lateShipmentRate", "lte", "at_most"),
        ("validTrackingRate", "gt", "above"),
        ("validTrackingRate", "greaterThanOrEqual", "at_least"),
        ("listingPolicyViolations", "EQUALS", "at_most"),
        ("listingPolicyViolations", "EQUAL_TO", "at_most"),
        ("lateShipmentRate", None, "below"),
        ("validTrackingRate", None, "at_least"),
        ("listingPolicyViolations", None, "at_most"),
    ],
)
def test_conditions_of_targets(read_block, key, word, expected):
    found = read_block(key, {"status": "GOOD", "targetValue": 0.5, "targetCondition": word})
    assert found.target.comparator == expected


@pytest.mark.parametrize(
    ("key", "word", "expected"),
    [("lateShipmentRate", "ABOUT", "below"), ("validTrackingRate", "LESS_THAN", "at_least")],
)
def test_a_condition_of_no_use_falls_back_on_the_metrics_own_and_is_said(read_blocks, key, word, expected):
    reading = read_blocks(**{key: {"status": "GOOD", "targetValue": 0.95, "targetCondition": word}})
    assert reading.measurements[0].target.comparator == expected
    assert ("unknown_comparator", f"/{key}/targetCondition") in _codes(reading)


# Counts


@pytest.mark.parametrize("count", [7, 7.0, "7", "7.0", {"count": 7}, {"count": "7", "status": "BAD"}])
def test_counts_in_any_spelling(read_block, count):
    assert read_block("otherPolicyViolations", {"defectsCount": count}).value == 7
    assert read_block("validTrackingRate", {"shipmentCount": count}).denominator == 7


@pytest.mark.parametrize("count", [-1, 1.5, "7 items", True, [], "", -0.5, 10**20, "1e3", "٣"])
def test_u11_counts_that_are_none_are_left_out_and_said(read_blocks, count):
    reading = read_blocks(otherPolicyViolations={"defectsCount": count, "status": "GOOD"})
    assert reading.measurements[0].value is None
    assert _codes(reading) == [("unreadable_value", "/otherPolicyViolations/defectsCount")]


def test_b05_numbers_that_json_does_not_have_are_left_out():
    for number in (
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        Decimal("1E+999999"),
        Decimal("1E-999999"),
    ):
        block = {"rate": number, "orderCount": number, "targetValue": number}
        reading = read({"performanceMetrics": [{"marketplaceId": US, "lateShipmentRate": block}]})
        (found,) = reading.measurements
        assert (found.value, found.denominator, found.target) == (None, None, None)
        assert len(reading.notices) == 3


def test_missing_counts_leave_the_rate(read_block):
    found = read_block("validTrackingRate", {"rate": 1, "targetValue": 0.95, "shipmentCount": 7})
    assert (found.value, found.numerator, found.denominator) == (sdk.ratio(1), None, 7)


@pytest.mark.parametrize("rate", [{}, {"rate": None}])
def test_without_a_rate_the_counts_alone_decide(read_block, rate):
    found = read_block("lateShipmentRate", {"orderCount": 1000, "lateShipmentCount": 10, **rate})
    assert (found.value, found.decisive) == (None, sdk.Rate(10, 1000))


def test_an_order_count_that_carries_the_rate(read_block):
    found = read_block(
        "orderDefectRate", {"mfn": {"orderCount": {"rate": 1.4, "count": 140}, "targetValue": 1}}
    )
    assert (found.value, found.denominator, found.digits) == (sdk.percent("1.4"), 140, 3)


def test_u11_no_orders_are_a_measurement_without_data(read_block):
    found = read_block("lateShipmentRate", {"rate": 0, "orderCount": 0, "lateShipmentCount": 0})
    assert (found.value, found.denominator, found.decisive) == (None, 0, None)


def test_u11_absent_and_null_blocks_are_no_measurement(read_blocks):
    reading = read_blocks(lateShipmentRate=None, orderDefectRate={"mfn": None}, otherPolicyViolations={})
    assert [each.metric for each in reading.measurements] == ["other_policy_violations"]
    assert reading.measurements[0].value is None
    assert reading.notices == ()


def test_invoice_parts_exclude_each_other(payload):
    (found,) = _of(read(payload("schema-root-example")), "invoice_defect_rate")
    assert (found.parts, found.exclusive) == ({"missing invoices": 214, "late invoices": 101}, True)


@pytest.mark.parametrize(
    "key", ["lateShipmentRate", "orderDefectRate", "accountHealthRating", "documentRequest"]
)
@pytest.mark.parametrize("value", [7, "text", True, Decimal("0.4")])
def test_a_block_that_is_no_object_is_said_and_the_rest_is_read(key, value):
    block = {key: value, "otherPolicyViolations": {"defectsCount": 1}}
    reading = read({"performanceMetrics": [{"marketplaceId": US, **block}]})
    assert [each.metric for each in reading.measurements] == ["other_policy_violations"]
    assert _codes(reading) == [("unreadable_value", f"/{key}")]


# The unit of rates


def test_u04_a_block_without_evidence_follows_the_document(read_blocks):
    block = {"rate": 0.2, "targetValue": 1}
    percent = read_blocks(
        preFulfillmentCancellationRate=block, lateShipmentRate=LATE | {"rate": 3.2, "targetValue": 4}
    )
    assert percent.measurements[1].value == sdk.percent("0.2")
    lone = read_blocks(validTrackingRate=block)
    assert (lone.measurements[0].value, _codes(lone)) == (
        sdk.ratio("0.2"),
        [("unit_assumed", "/validTrackingRate")],
    )


def _rescaled(value, places):
    """The same document with every rate and every target of a rate in the other unit."""
    if isinstance(value, list):
        return [_rescaled(each, places) for each in value]
    if not isinstance(value, dict):
        return value
    rated = "rate" in value or any("rate" in each for each in value.values() if isinstance(each, dict))
    return {
        key: Decimal(each).scaleb(places)
        if key == "rate" or (key == "targetValue" and rated)
        else _rescaled(each, places)
        for key, each in value.items()
    }


@pytest.mark.parametrize(
    ("sample", "places"),
    [
        ("schema-root-example", 2),
        ("assembled-from-property-examples", 2),
        ("live-shape", 2),
        ("percent-variant", -2),
    ],
)
def test_u12_a_sample_in_the_other_unit_reads_the_same(payload, sample, places):
    content = payload(sample)
    other = _rescaled(content, places)
    assert other != content
    assert read(other) == read(content)


def test_u09_a_rate_of_an_impossible_size_is_left_out_and_the_counts_decide(read_blocks):
    reading = read_blocks(lateShipmentRate={"rate": 4.7, "orderCount": 1000, "lateShipmentCount": 10})
    assert reading.measurements[0].decisive == sdk.Rate(1, 100)
    assert _codes(reading) == [("unit_ambiguous", "/lateShipmentRate")]


# Words


@pytest.mark.parametrize(
    ("word", "good"), [("At Risk", False), ("GREEN", True), ("NONE", None), ("FAIR", None)]
)
def test_status_words_stay_as_written(read_block, word, good):
    found = read_block("accountHealthRating", {"ahrStatus": word})
    assert (found.value, found.verdict, found.good) == (None, word, good)


def test_an_unknown_status_word_is_said_and_is_no_verdict(read_blocks):
    reading = read_blocks(otherPolicyViolations={"defectsCount": 0, "status": "SPLENDID"})
    assert (reading.measurements[0].verdict, reading.measurements[0].good) == ("SPLENDID", None)
    assert _codes(reading) == [("unknown_word", "/otherPolicyViolations/status")]


@pytest.mark.parametrize("word", ["GOOD\x07", "\u202eDOOG", "GO\u200bOD", "x" * 81])
def test_b38_a_word_that_cannot_be_printed_is_left_out_and_said(read_blocks, word):
    warnings = [{"warningType": word, "status": "BAD"}]
    reading = read_blocks(otherPolicyViolations={"defectsCount": 0, "status": word}, warningStates=warnings)
    assert [(each.metric, each.verdict) for each in reading.measurements] == [
        ("other_policy_violations", None)
    ]
    assert ("unreadable_value", "/otherPolicyViolations/status") in _codes(reading)
    assert ("unreadable_value", "/warningStates/0/warningType") in _codes(reading)


@pytest.mark.parametrize("score", [1000.5, -1, "high", {}])
def test_a_rating_outside_its_scale_is_left_out(read_blocks, score):
    reading = read_blocks(accountHealthRating={"ahrScore": score, "ahrStatus": "GREAT"})
    assert reading.measurements[0].value is None
    assert _codes(reading) == [("unreadable_value", "/accountHealthRating/ahrScore")]


# Warning states


@pytest.mark.parametrize("key", ["warningStates", "warningState"])
def test_each_warning_is_a_measurement(read_blocks, key):
    entries = [{"warningType": "a", "status": "BAD"}, {"warningType": "b", "status": "None"}]
    found = read_blocks(**{key: entries}).measurements
    assert [(each.metric, each.segment, each.value, each.good) for each in found] == [
        ("warning_state", "a", "BAD", False),
        ("warning_state", "b", "None", None),
    ]


def test_a_lone_warning_is_read_without_its_list(read_block):
    assert read_block("warningStates", {"warningType": "a", "status": "BAD"}).segment == "a"


def test_warning_states_may_nest_blocks_in_the_fixed_order(payload):
    reading = read(payload("percent-variant"))
    nested = [each.metric for each in reading.measurements if "/warningStates/" in each.pointer]
    assert nested == [
        "account_health_rating",
        "received_ip_complaints",
        "listing_policy_violations",
        "other_policy_violations",
    ]


@pytest.mark.parametrize(
    "entry", ["spamming", 7, {"status": "BAD"}, {"warningType": "a"}, {"warningType": 5}, []]
)
def test_an_unusable_warning_is_said(read_blocks, entry):
    reading = read_blocks(warningStates=[entry], otherPolicyViolations={"defectsCount": 0})
    assert len(reading.measurements) == 1
    assert ("unreadable_value", "/warningStates/0") in _codes(reading)


# Unknown keys


def test_unknown_keys_are_listed_and_never_fatal(payload):
    content = payload("percent-variant")
    content["sellerMood"] = 1
    store = content["performanceMetrics"][0]
    store["a/b~c"] = {"rate": 0.1}
    store["lateShipmentRate"]["colour"] = None
    store["orderDefectRate"]["sfp"] = {}
    store["orderDefectRate"]["mfn"]["claims"]["asins"] = ["B0"]
    store["lateShipmentRate"]["reportingDateRange"]["zone"] = "UTC"
    store["warningStates"]["new"] = {}
    content["accountStatuses"][0]["since"] = "2026"
    reading = read(content)
    assert [each.pointer for each in reading.ignored] == [
        "/accountStatuses/0/since",
        "/performanceMetrics/0/a~1b~0c",
        "/performanceMetrics/0/lateShipmentRate/colour",
        "/performanceMetrics/0/lateShipmentRate/reportingDateRange/zone",
        "/performanceMetrics/0/orderDefectRate/mfn/claims/asins",
        "/performanceMetrics/0/orderDefectRate/sfp",
        "/performanceMetrics/0/warningStates/new",
        "/sellerMood",
    ]
    assert {each.code for each in reading.ignored} == {"ignored"}
    assert reading.measurements == read(payload("percent-variant")).measurements


@pytest.mark.parametrize(
    "sample", ["schema-root-example", "assembled-from-property-examples", "percent-variant", "live-shape"]
)
def test_nothing_in_the_samples_is_ignored(payload, sample):
    assert read(payload(sample)).ignored == ()


def test_a_flood_of_unknown_keys_is_cut_short_and_counted(payload):
    content = payload("percent-variant") | {f"key{number}": 0 for number in range(1000)}
    ignored = read(content).ignored
    assert len(ignored) == 201
    assert "800 more" in ignored[-1].message


# Whole documents


@pytest.mark.parametrize(
    "content",
    [
        {"performanceMetrics": [], "accountStatuses": []},
        {"performanceMetrics": [{"marketplaceId": US}]},
        {"performanceMetrics": {"lateShipmentRate": LATE}},
        {"performanceMetrics": [1, None, "x"], "accountStatuses": "x"},
        {},
        [],
        None,
        "text",
        7,
    ],
)
def test_a_report_without_anything_to_measure_is_unreadable(content):
    with pytest.raises(sdk.UnreadableError) as caught:
        read(content)
    assert caught.value.pointer in ("", "/performanceMetrics")


@pytest.mark.parametrize(
    "content",
    [
        {"performanceMetrics": [], "accountStatuses": []},
        {"performanceMetrics": [{"lateShipmentRate": None}]},
        {"performanceMetrics": ["broken", {"orderDefectRate": {}}]},
        {"accountStatuses": [{"marketplaceId": US, "status": "NORMAL"}]},
        {"accountStatuses": None, "performanceMetrics": [{"policyViolationWarnings": {}}]},
    ],
)
def test_recognised_by_content(content):
    assert recognises(content)


@pytest.mark.parametrize(
    "content",
    [
        None,
        [],
        "performanceMetrics",
        0,
        {},
        {"performanceMetrics": {}},
        {"performanceMetrics": []},
        {"performanceMetrics": [{"marketplaceId": US}]},
        {"accountStatuses": [{"status": "NORMAL"}]},
        {"performanceMetrics": [[]], "accountStatuses": [None, 1]},
        {"metrics": []},
        {1: 2},
    ],
)
def test_not_recognised(content):
    assert not recognises(content)


def _of(reading, metric):
    return [each for each in reading.measurements if each.metric == metric]


def test_a_rate_of_0_without_counts_or_a_verdict_of_amazon_is_no_data(read_block):
    assert read_block("validTrackingRate", {"rate": 0, "status": "NONE"}).decisive is None
    assert read_block("validTrackingRate", {"rate": 0, "status": "BAD"}).decisive == sdk.ratio(0)
    counted = read_block("validTrackingRate", {"rate": 0, "status": "NONE", "shipmentCount": 7})
    assert counted.decisive == sdk.ratio(0)


@pytest.mark.parametrize(
    ("condition", "line", "read_as"),
    [
        ("LESS_THAN", 0, sdk.Comparator.AT_MOST),
        ("LESS_THAN", 1, sdk.Comparator.BELOW),
        ("LESS_THAN_OR_EQUAL", 0, sdk.Comparator.AT_MOST),
    ],
)
def test_a_count_that_must_be_below_0_may_be_0(read_blocks, condition, line, read_as):
    block = {"defectsCount": 0, "targetValue": line, "targetCondition": condition}
    (found,) = read_blocks(otherPolicyViolations=block).measurements
    assert found.target == sdk.Target(read_as, Decimal(line))


@pytest.mark.parametrize(("line", "read_as"), [(1.0, sdk.Comparator.AT_LEAST), (0.99, sdk.Comparator.ABOVE)])
def test_a_rate_that_must_be_above_100_percent_may_be_100_percent(read_blocks, line, read_as):
    block = {"rate": 1.0, "shipmentCount": 50, "validTrackingCount": 50, "targetCondition": "GREATER_THAN"}
    (found,) = read_blocks(validTrackingRate=block | {"targetValue": line}).measurements
    assert found.target is not None
    assert found.target.comparator is read_as


def test_a_flood_of_windows_is_cut_and_said():
    metrics = {"lateShipmentRateList": [LATE, *({} for _ in range(1000))]}
    reading = read({"accountStatuses": [], "performanceMetrics": [metrics]})
    assert ("unreadable_value", "/lateShipmentRateList/50") in _codes(reading)
