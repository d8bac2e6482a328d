from datetime import date

import pytest

from sellervitals import plugin as sdk
from sellervitals.testing import RuleTester, case
from sellervitals_shopee.judging.punishments import severity_of
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.punishments import RULE

DAY = "2026-11-22"
TODAY = date(2026, 11, 22)


def behind(*ends):
    items = tuple(
        sdk.Item(f"{place}", situation="no campaigns, tier 1", deadline=end) for place, end in enumerate(ends)
    )
    return sdk.Breakdown(items, len(items))


def test_what_is_in_force_fails_and_what_is_over_proves_nothing():
    RuleTester(RULE, marketplace=SHOPEE).run(
        [
            case(DAY, value=0, expect="pass"),
            case(DAY, value=1, expect="fail", severity="high"),
            case("2019-01-22", value=1, expect="not_applicable"),
            case(
                DAY,
                value=1,
                breakdown=behind(TODAY),
                expect="fail",
                says="In force on 2026-11-22: no campaigns. The last ends on 2026-11-22.",
            ),
            case(DAY, value=1, breakdown=behind(None), expect="fail"),
            case(
                DAY,
                value=2,
                breakdown=behind(date(2026, 11, 21), date(2026, 12, 1)),
                expect="fail",
                says=("Ongoing punishments: 1;", "1 more had ended by then"),
            ),
            case(
                DAY,
                value=1,
                breakdown=behind(date(2026, 11, 21)),
                expect="no_data",
                says="whether newer ones were issued is not known",
            ),
            case(DAY, expect="no_data"),
        ]
    )


@pytest.mark.parametrize(
    ("codes", "severity"),
    [
        ([107], "medium"),
        ([107, 108, 1109], "medium"),
        ([107, 602], "high"),
        ([105], "high"),
        ([2008], "high"),
        ([None], "high"),
        ([9999], "high"),
        ([107, 109], "critical"),
    ],
)
def test_the_gravest_restriction_says_how_grave_it_is(codes, severity):
    assert severity_of(codes) == severity
