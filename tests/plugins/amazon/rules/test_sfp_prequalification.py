import pytest

from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.sfp_prequalification import RULE

DAY = "2026-11-22"
SHIPMENTS, TRACKING, LATE, CANCELLED = RULE.reads


def given(metric, value=None, **more):
    return (measurement(metric, value, document="metrics", pointer=f"/metrics/{metric}", **more),)


@pytest.mark.parametrize(
    ("metric", "segment", "enough", "too_little"),
    [
        (SHIPMENTS, "shipments", (100, 101, 5000), (99, 1, 0)),
        (TRACKING, "valid-tracking", ("95.0001", "100"), ("95", "94.9999", "0")),
        (LATE, "late-shipments", ("3.9999", "0"), ("4", "4.0001", "50")),
        (CANCELLED, "cancellations", ("2.4999", "0"), ("2.5", "2.5001", "50")),
    ],
)
def test_each_condition_at_under_and_over_its_line_only_warns(metric, segment, enough, too_little):
    def value(number):
        return number if metric == SHIPMENTS else percent(number)

    RuleTester(RULE, marketplace=AMAZON, worst="warn").run(
        [
            *(
                case(day, others=given(metric, value(each)), site="US", segment=segment, expect="pass")
                for each in enough
                for day in (DAY, "2024-01-01")
            ),
            *(
                case(
                    day,
                    others=given(metric, value(each)),
                    site="US",
                    segment=segment,
                    expect="warn",
                    severity="low",
                    says="no fault of the account",
                )
                for each in too_little
                for day in (DAY, "2024-01-01")
            ),
            *(
                case(DAY, others=given(metric, value(too_little[0])), site=site, expect="not_applicable")
                for site in AMAZON.sites
                if site != "US"
            ),
            case(
                "2023-12-31",
                others=given(metric, value(too_little[0])),
                site="US",
                segment=segment,
                expect="not_applicable",
                says="no condition is known",
            ),
            case(DAY, site="US", expect="no_data"),
        ]
    )


def test_what_is_not_reported_is_unknown_and_counts_decide():
    one = given(TRACKING, numerator=19, denominator=20)
    RuleTester(RULE, marketplace=AMAZON, worst="warn").run(
        [
            case(DAY, others=one, site="US", segment="valid-tracking", expect="warn", says="more than 95 %"),
            case(DAY, others=one, site="US", segment="shipments", expect="no_data", says="not reported"),
            case(
                DAY,
                others=given(TRACKING, numerator=20, denominator=21),
                site="US",
                segment="valid-tracking",
                expect="pass",
            ),
            case(
                DAY,
                others=given(TRACKING, numerator=0, denominator=0),
                site="US",
                segment="valid-tracking",
                expect="no_data",
            ),
            case(
                DAY,
                others=given(TRACKING, numerator=30, denominator=20),
                site="US",
                segment="valid-tracking",
                expect="no_data",
            ),
            case(
                DAY,
                others=(*given(LATE, percent("9"), segment="spring"), *given(LATE, percent("1"))),
                site="US",
                segment="late-shipments (spring)",
                expect="warn",
            ),
        ]
    )


def test_its_figures_are_the_published_ones_and_it_weighs_nothing():
    found = {each.name: (each.value, each.since.year, each.trust) for each in RULE.figures}
    assert {name: (str(value), *rest) for name, (value, *rest) in found.items()} == {
        "shipments": ("100", 2024, "reported"),
        "valid-tracking": ("95", 2024, "reported"),
        "late-shipments": ("4", 2024, "reported"),
        "cancellations": ("2.5", 2024, "reported"),
        "trial-orders": ("100", 2024, "reported"),
    }
    assert AMAZON.scorecard.weights[RULE.id] == 0
