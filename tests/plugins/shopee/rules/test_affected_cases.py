import pytest

from sellervitals.testing import RuleTester, case
from sellervitals_shopee.judging.affected import NEUTRAL
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.affected_cases import RULE

DAY = "2026-11-22"
LATE = "late_shipment_rate"


def test_cases_against_a_metric_warn():
    RuleTester(RULE, marketplace=SHOPEE).run(
        [
            case(DAY, value=0, segment=LATE, expect="pass"),
            case(DAY, value=1, segment=LATE, expect="warn", severity="low"),
            case(DAY, value=2, segment="metric_9999", expect="warn"),
            case("2018-12-31", value=1, segment=LATE, expect="not_applicable"),
            case(
                DAY,
                value=3,
                segment="severe_listing_violations",
                parts={"spam": 3},
                expect="warn",
                causes=("spam",),
            ),
            case(DAY, expect="no_data"),
        ]
    )


@pytest.mark.parametrize("metric", sorted(NEUTRAL))
def test_a_list_of_everything_counts_against_nothing(metric):
    RuleTester(RULE, marketplace=SHOPEE).run(
        [
            case(DAY, value=0, segment=LATE, expect="pass"),
            case(DAY, value=1, segment=LATE, expect="warn"),
            case(DAY, value=5, segment=metric, expect="not_applicable", says="shows all cases"),
        ]
    )
