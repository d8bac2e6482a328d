from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals_shopee.codes.performance import KNOWN
from sellervitals_shopee.documents.shop_performance import DOCUMENT, read, recognises

NAMES = {number: known.names[0] for number, known in KNOWN.items()}


def entry(number, now, *, unit=2, target=("<", 10), **more):
    condition = {"comparator": target[0], "value": target[1]} if target else None
    return {
        "metric_id": number,
        "metric_name": NAMES.get(number, "new_metric"),
        "metric_type": 1,
        "parent_metric_id": 0,
        "current_period": now,
        "last_period": None,
        "unit": unit,
        "target": condition,
        **more,
    }


@pytest.fixture
def read_one(answered):
    def reading(number, now, **more):
        (found,) = read(answered(metric_list=[entry(number, now, **more)])).measurements
        return found

    return reading


@pytest.fixture
def read_list(answered):
    return lambda *entries: read(answered(metric_list=list(entries)))


@pytest.mark.parametrize("number", KNOWN)
def test_every_number_of_the_specification_is_a_metric(read_one, number):
    known = KNOWN[number]
    found = read_one(number, 1, unit=2)
    assert (found.metric, found.segment) == (known.metric, known.segment)


def test_the_number_counts_and_not_the_name(read_one):
    found = read_one(25, 71, metric_name="same_day_handover_rate")
    assert found.metric == "fast_handover_rate"
    assert read_one(1, 5, metric_name="non_fulfillment_rate").metric == "late_shipment_rate"


@pytest.mark.parametrize("number", [None, 9999, "x", 1.5])
def test_an_unknown_number_falls_back_on_the_name(read_list, number):
    reading = read_list(entry(number, 5, metric_name="Late Shipment-Rate"))
    (found,) = reading.measurements
    assert (found.metric, found.value) == ("late_shipment_rate", percent("5"))
    assert "read_by_name" in {each.code for each in reading.notices}


def test_a_number_outranks_a_name_whatever_comes_first(read_list):
    reading = read_list(entry(9999, 5, metric_name="late_shipment_rate"), entry(1, 7))
    (found,) = reading.measurements
    assert found.value == percent("7")
    assert [each.code for each in reading.notices] == ["read_by_name", "repeated_metric"]


def test_unknown_metrics_are_listed_with_number_and_name(read_list):
    reading = read_list(entry(9999, 5), entry(1, 7))
    assert [each.metric for each in reading.measurements] == ["late_shipment_rate"]
    (ignored,) = reading.ignored
    assert "9999 (new_metric)" in ignored.message
    assert ignored.pointer == "/response/metric_list/0"


def test_b00_a_flood_of_unknown_metrics_is_counted_and_not_listed(read_list):
    reading = read_list(*(entry(10_000 + each, 5) for each in range(500)))
    assert len(reading.ignored) == 100
    assert [each.message for each in reading.notices] == ["400 more metrics are not known either."]


def test_the_heading_of_a_group_is_no_metric(read_list):
    reading = read_list(entry(-1, 99, metric_name="late_shipment_rate"))
    assert reading.measurements == ()
    assert reading.ignored == ()


def test_a_missing_value_is_no_zero_and_keeps_its_target(read_one):
    found = read_one(1, None)
    assert found.value is None
    assert found.missing == "Shopee reports no value for this period"
    assert found.target == (sdk.Comparator.BELOW, percent("10"), "official")


@pytest.mark.parametrize(("unit", "now", "day"), [(4, "0.5", "1"), (5, "12", "24"), (3, "43200", "86400")])
def test_seconds_and_hours_become_days(read_one, unit, now, day):
    found = read_one(21, now, unit=unit, target=("<", day))
    assert found.value == Decimal("0.5")
    assert found.target.value == 1


@pytest.mark.parametrize(("unit", "line"), [(3, 86400), (5, 24), (3, 100), (5, 7)])
def test_converted_times_keep_their_order_around_the_line(read_one, unit, line):
    for now, holds in ((line - 1, True), (line, False), (line + 1, False)):
        found = read_one(21, now, unit=unit, target=("<", line))
        assert found.target.comparator.holds(found.value, found.target.value) is holds


@pytest.mark.parametrize(
    ("number", "now", "unit"),
    [
        (1, 101, 2),  # more than all
        (1, 5, 1),
        (1, 5, 4),
        (1, 5, None),
        (1, 5, 9),
        (1, -5, 2),
        (1, "five", 2),
        (21, 5, 2),
        (52, "1.5", 1),
        (52, 1, 2),
        (22, "5.01", 1),
        (22, 4, 2),
    ],
)
def test_nonsense_is_left_out_with_a_notice(read_list, number, now, unit):
    reading = read_list(entry(number, now, unit=unit, target=None))
    (found,) = reading.measurements
    assert found.value is None
    assert found.missing == ""
    assert {each.code for each in reading.notices} == {"unreadable_value"}


@pytest.mark.parametrize(
    ("word", "comparator"), [("<", "below"), ("<=", "at_most"), (">", "above"), (">=", "at_least")]
)
def test_the_comparator_says_the_direction(read_one, word, comparator):
    for number in (1, 25):
        assert read_one(number, 5, target=(word, 50)).target.comparator == comparator


def test_what_must_equal_its_target_must_not_pass_it(read_one):
    assert read_one(1, 5, target=("=", 5)).target.comparator == "at_most"
    assert read_one(25, 5, target=("=", 5)).target.comparator == "at_least"


@pytest.mark.parametrize(
    "target", [None, {}, {"value": 10}, {"comparator": "<"}, {"comparator": "?", "value": 5}]
)
def test_half_a_target_is_none(read_list, target):
    reading = read_list(entry(1, 5) | {"target": target})
    assert reading.measurements[0].target is None


def test_a_target_that_cannot_be_is_left_out(read_list):
    reading = read_list(entry(1, 5, target=("<", 1000)))
    assert reading.measurements[0].target is None
    assert reading.notices[0].pointer == "/response/metric_list/0/target/value"


def test_opportunities_have_targets_that_only_suggest(read_one):
    for number in (96, 97, 2030, 2031):
        assert read_one(number, 5, target=(">=", 30)).target.trust == "suggested"


@pytest.mark.parametrize(
    ("written", "until"),
    [
        ("2026-12-31", date(2026, 12, 31)),
        ("31/12/2026", date(2026, 12, 31)),
        ("2026-12-31T00:00:00+08:00", date(2026, 12, 30)),
        ("", None),
        (None, None),
        ("31/13/2026", None),
        ("soon", None),
    ],
)
def test_an_exemption_has_an_end(read_one, written, until):
    assert read_one(12, 9, target=("<=", 5), exemption_end_date=written).exempt_until == until


def test_an_exemption_suppresses_the_finding_until_its_end(answered, judge_all):
    given = read(
        answered(metric_list=[entry(12, 9, target=("<=", 5), exemption_end_date="2026-12-31")])
    ).measurements
    for day, outcome in (("2026-12-31", "not_applicable"), ("2027-01-01", "fail")):
        findings = {each.rule.id: each for each in judge_all(given, day=day, site="TW").findings}
        assert findings["shopee.pre-order-listing-rate"].outcome == outcome


def test_the_parts_of_a_metric_are_told_to_it(read_list):
    reading = read_list(
        entry(52, 3, unit=1), entry(54, 1, unit=1), entry(56, 2, unit=1), entry(55, None, unit=1)
    )
    assert reading.measurements[0].parts == {"prohibited": 1, "spam": 2}
    assert len(reading.measurements) == 4


def test_the_channels_of_a_handover_are_shown_with_it_and_are_no_causes(read_list, judge_all):
    reading = read_list(entry(25, 71, target=(">=", 80)), entry(2001, 60), entry(2003, 90))
    assert reading.measurements[0].shares == {"sls": percent("60"), "3pf": percent("90")}
    findings = {each.rule.id: each for each in judge_all(reading.measurements[:1]).findings}
    assert findings["shopee.fast-handover-rate"].outcome == "fail"
    assert findings["shopee.fast-handover-rate"].causes == ()  # the largest share is the best channel


def test_the_last_period_is_history_without_a_day(read_list):
    reading = read_list(entry(1, 12, last_period=8))
    (before,) = reading.history
    assert (before.metric, before.value, before.window) == ("late_shipment_rate", percent("8"), None)
    assert before.target is None


@pytest.mark.parametrize(
    ("rating", "word"),
    [(1, "Poor"), (2, "ImprovementNeeded"), (3, "Good"), (4, "Excellent"), (5, "Rating 5"), (0, "Rating 0")],
)
def test_the_rating_is_mirrored(answered, judge_all, rating, word):
    reading = read(answered(overall_performance={"rating": rating}))
    assert reading.measurements[0].value == word
    assert judge_all(reading.measurements).level.name == word


def test_counts_that_clients_have_typed_as_lists_do_no_harm(answered):
    reading = read(answered(overall_performance={"rating": 3, "listing_failed": [1]}))
    assert [each.metric for each in reading.measurements] == ["shop_performance_level"]
    assert [each.code for each in reading.notices] == ["unreadable_value"]


@pytest.mark.parametrize(
    "content",
    [
        {"error": "error_auth", "request_id": "r", "response": {"metric_list": []}},
        {"error": "", "request_id": "r", "response": None},
        {"error": "", "request_id": "r", "response": {}},
        {"response": {"metric_list": []}},
    ],
)
def test_an_error_or_an_empty_answer_is_no_performance(content):
    assert not recognises(content)


def test_b00_an_error_is_refused_also_when_it_is_called_a_performance():
    content = {"error": "error_auth", "request_id": "r", "response": {"metric_list": []}}
    with pytest.raises(sdk.UnreadableError):
        read(content)
    with pytest.raises(sdk.UnreadableError):
        read({"error": "", "response": 7})


def test_it_brings_every_metric_of_the_specification():
    assert {known.metric for known in KNOWN.values()} <= set(DOCUMENT.metrics)
