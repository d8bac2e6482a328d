from datetime import date, timedelta

from sellervitals import plugin as sdk
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules.listing_views import RULE

DAY = "2026-11-22"


def days(*counts):
    """One measurement a day, oldest first; None is a day that nobody reported."""
    first = date(2026, 11, 1)
    return [
        measurement(
            "listing_views", count, window=sdk.Window(first + timedelta(number), first + timedelta(number))
        )
        for number, count in enumerate(counts)
        if count is not None
    ]


WEEK, LESS, LEAST = [100] * 7, [81] * 7, [80] * 7


def test_whole_weeks_stand_beside_whole_weeks():
    RuleTester(RULE, marketplace=EBAY, worst="warn").run(
        [
            case(DAY, value=1260, history=days(*WEEK, *LEAST), expect="warn", says=("560", "700", "fewer")),
            case(DAY, value=1267, history=days(*WEEK, *LESS), expect="pass", says="no clear fall"),
            case(DAY, value=1400, history=days(*LEAST, *WEEK), expect="pass"),
            case(DAY, value=63, history=days(*[5] * 7, *[4] * 7), expect="pass"),  # chance
            case(
                DAY, value=1760, history=days(*[1000] * 5, *WEEK, *LEAST), expect="warn", says="last 7 days"
            ),
            case(DAY, value=1260, history=days(*WEEK, *LEAST[:6]), expect="not_applicable", says="two whole"),
            case(DAY, value=1260, history=days(*WEEK, None, *LEAST), expect="not_applicable"),
            case(DAY, value=1260, expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )
    assert EBAY.scorecard.weights[RULE.id] == 0
