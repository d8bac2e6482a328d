"""Customer service metrics: the kind by its dimension, the scale by its counts, the program by its site."""

import pytest

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals_ebay.documents.service_metric import read, recognises
from sellervitals_ebay.metrics.service import PEERS


def found(reading, metric="inad_rate"):
    return [each for each in reading.measurements if each.metric == metric]


def codes(reading):
    return sorted({each.code for each in reading.notices} - {"program_assumed"})


@pytest.mark.parametrize("content", [{}, [], None, {"dimensionMetrics": []}, {"marketplaceId": "EBAY_US"}])
def test_anything_else_is_not_claimed(content):
    assert not recognises(content)


def test_the_dimension_tells_which_metric_it_is(read_slices):
    assert [each.metric for each in read_slices(("A", "5", 5, 100)).measurements] == [
        "inad_rating",
        "inad_rate",
    ]
    region = read_slices(("Domestic", "5", 5, 100), dimension="SHIPPING_REGION")
    assert [each.metric for each in region.measurements] == ["inr_rating", "inr_rate"]
    odd = read_slices(("A", "5", 5, 100), dimension="PLANET")
    assert (odd.measurements, codes(odd)) == ((), ["unknown_dimension"])


def test_trap_the_scale_is_told_by_the_counts_and_never_by_the_size(read_slices):
    [as_percent] = found(read_slices(("A", "0.05", 1, 2000, "0.04")))
    [as_fraction] = found(read_slices(("A", "0.0005", 1, 2000, "0.0004")))
    assert as_percent.value == as_fraction.value == percent("0.05")
    assert as_percent.shares == as_fraction.shares == {PEERS: percent("0.04")}
    assert (as_percent.digits, as_fraction.digits) == (4, 4)


def test_a_slice_without_evidence_takes_the_scale_that_all_others_share(read_slices):
    _, none = found(read_slices(("A", "5.0", 5, 100), ("B", "0.00", 0, 12, "1.05")))
    assert (none.value, none.shares[PEERS]) == (percent("0"), percent("1.05"))
    _, _, torn = found(read_slices(("A", "5.0", 5, 100), ("B", "0.05", 5, 100), ("C", "0.00", 0, 12, "1.05")))
    assert (torn.value, torn.shares) == (percent("0"), {})


def test_without_any_evidence_a_rate_is_left_out_and_its_counts_stay(read_slices):
    reading = read_slices(("A", "5.0", None, 100))
    assert (found(reading), codes(reading)) == ([], ["unit_unknown"])
    [rating] = found(reading, "inad_rating")
    assert (rating.value, rating.shares) == ("AVERAGE", {})
    [alone] = found(read_slices(("A", None, 5, 100)))
    assert (alone.value, alone.decisive) == (None, sdk.Rate(5, 100))


def test_trap_a_rate_upside_down_contradicts_its_counts_and_does_not_decide_the_scale(read_slices):
    [odd] = found(read_slices(("A", "19.62", 21, 412)))
    assert odd.value == percent("19.62")
    assert not odd.counts_agree


def test_the_peers_are_a_comparison_and_never_a_line_that_fails(read_slices):
    [rate] = found(read_slices(("A", "5.0", 5, 100, "2.31", "VERY_HIGH")))
    assert rate.target == sdk.Target(sdk.Comparator.AT_MOST, percent("2.31"), sdk.Trust.SUGGESTED)
    assert (rate.verdict, rate.good) == ("VERY_HIGH", None)
    [small] = found(read_slices(("A", "11.11", 1, 9, "3.90", "NOT_APPLICABLE")))
    assert small.target is None


@pytest.mark.parametrize(
    ("word", "good"),
    [("LOW", True), ("AVERAGE", True), ("HIGH", None), ("VERY_HIGH", False), ("NOT_APPLICABLE", None)],
)
def test_ratings_are_mirrored(read_slices, word, good):
    [rating] = found(read_slices(("A", "5.0", 5, 100, "2", word)), "inad_rating")
    assert (rating.value, rating.verdict, rating.good) == (word, word, good)


def test_an_unknown_rating_and_an_adjusted_one_are_told(read_slices):
    assert codes(read_slices(("A", "5.0", 5, 100, "2", "TERRIBLE"))) == ["unknown_word"]
    reading = read_slices(
        dimensionMetrics=[
            {
                "dimension": {"dimensionKey": "LISTING_CATEGORY", "name": "A"},
                "metrics": [
                    {"metricKey": "RATE", "benchmark": {"rating": "AVERAGE", "adjustment": "PROTECTED"}}
                ],
            }
        ]
    )
    assert codes(reading) == ["rating_adjusted"]
    [rating] = found(reading, "inad_rating")
    assert rating.value == "AVERAGE"


def test_reasons_are_parts_and_unknown_ones_are_named(payload):
    content = payload("get_customer_service_metric_inad_current")
    data = content["dimensionMetrics"][0]["metrics"][1]["distributions"][0]["data"]
    data.append({"name": "CHANGED_MIND", "value": "2"})
    reading = read(content)
    assert codes(reading) == ["unknown_reason"]
    assert found(reading, "inad_rating")[0].parts == {
        "DEFECTIVE_ITEM": 11,
        "NOT_AS_DESCRIBED": 6,
        "ARRIVED_DAMAGED": 3,
        "WRONG_ITEM": 1,
    }


@pytest.mark.parametrize(
    ("name", "site", "segment"),
    [
        ("EBAY_US", "PROGRAM_US", "A"),
        ("EBAY_MOTORS_US", "PROGRAM_US", "EBAY_MOTORS_US A"),
        ("EBAY_GB", "PROGRAM_UK", "A"),
        ("EBAY_IE", "PROGRAM_UK", "EBAY_IE A"),
        ("EBAY_CH", "PROGRAM_DE", "EBAY_CH A"),
        ("EBAY_AU", "PROGRAM_GLOBAL", "EBAY_AU A"),
    ],
)
def test_the_listing_site_gives_the_program_and_the_answer_says_so(read_slices, name, site, segment):
    reading = read_slices(("A", "5.0", 5, 100), marketplaceId=name)
    assert reading.sites == (site,)
    assert {(each.site, each.segment) for each in reading.measurements} == {(site, segment)}
    [said] = reading.notices
    assert "follow the buyer's country" in said.message


def test_an_unknown_site_is_no_site(read_slices):
    reading = read_slices(("A", "5.0", 5, 100), marketplaceId="EBAY_XX")
    assert (reading.sites, codes(reading)) == ((None,), ["unknown_marketplace"])


def test_a_forecast_says_so_in_its_segment(read_slices):
    reading = read_slices(("A", "5.0", 5, 100), evaluationCycle={"evaluationType": "PROJECTED"})
    assert {each.segment for each in reading.measurements} == {"projected A"}
    odd = read_slices(("A", "5.0", 5, 100), evaluationCycle={})
    assert (odd.measurements, codes(odd)) == ((), ["unknown_cycle"])
