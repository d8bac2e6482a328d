from datetime import date, timedelta

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules.sales_conversion import RULE

DAY = "2026-11-22"
WEAK = sdk.Breakdown((sdk.Item("Charger", listing="1"),), 1)
TOTAL = {"numerator": 1000, "denominator": 40_000}


def days(*counts):
    """One measurement a day, oldest first."""
    listed = []
    for number, (top, bottom) in enumerate(counts):
        day = date(2026, 11, 1) + timedelta(days=number)
        window = sdk.Window(day, day)
        listed.append(measurement("sales_conversion_rate", numerator=top, denominator=bottom, window=window))
    return listed


FELL = days((300, 10_000), (310, 10_000), (200, 10_000), (190, 10_000))
HELD = days((300, 10_000), (310, 10_000), (290, 10_000), (305, 10_000))
FEW = days((3, 100), (1, 100))


def test_a_clear_fall_warns_and_nothing_ever_fails():
    RuleTester(RULE, marketplace=EBAY, worst="warn").run(
        [
            case(DAY, **TOTAL, history=FELL, expect="warn", says=("clearly less", "sets no standard")),
            case(DAY, **TOTAL, history=HELD, expect="pass", says="no clear fall"),
            case(DAY, **TOTAL, history=FEW, expect="pass", says="no clear fall"),
            case(DAY, **TOTAL, expect="not_applicable", says="no earlier period"),
            case(DAY, value=percent("2"), expect="not_applicable"),
            case(DAY, **TOTAL, segment="listings", breakdown=WEAK, expect="warn", says="Charger"),
            case(DAY, **TOTAL, segment="listings", breakdown=sdk.Breakdown((), 0), expect="pass"),
            case(DAY, **TOTAL, segment="listings", history=FELL, expect="not_applicable"),
            case(DAY, numerator=0, denominator=0, expect="no_data"),
            case(DAY, expect="no_data"),
        ]
    )
    assert EBAY.scorecard.weights[RULE.id] == 0
