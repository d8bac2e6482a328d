from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules.item_not_received_rate import RULE

DAY = "2026-11-22"
PEERS = sdk.Target(sdk.Comparator.AT_MOST, percent("2.31"), sdk.Trust.SUGGESTED)


def test_the_peers_are_a_comparison_that_never_fails():
    RuleTester(RULE, marketplace=EBAY, worst="warn").run(
        [
            case(DAY, segment="Domestic", value=percent("2.31"), target=PEERS, expect="pass"),
            case(DAY, segment="Domestic", value=percent("2.3101"), target=PEERS, expect="warn", says="peers"),
            case(
                DAY, segment="Domestic", value=percent("100"), target=PEERS, expect="warn", says="cannot fail"
            ),
            case(DAY, segment="Domestic", numerator=21, denominator=412, target=PEERS, expect="warn"),
            case(
                DAY,
                segment="projected Domestic",
                value=percent("5"),
                target=PEERS,
                expect="warn",
                says="forecast",
            ),
            case(DAY, segment="Domestic", value=percent("5"), expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )
    assert EBAY.scorecard.weights[RULE.id] == 0
