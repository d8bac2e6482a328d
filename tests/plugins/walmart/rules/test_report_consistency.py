from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.report_consistency import RULE

DAY = "2026-11-22"
AT_MOST_2 = sdk.Target(sdk.Comparator.AT_MOST, percent("2"))
GOOD_AND_ABOVE = measurement(
    "cancellation_rate",
    percent("3.1"),
    target=AT_MOST_2,
    verdict="GOOD",
    good=True,
    document="walmart.performance-summary",
    pointer="/payload",
)
URGENT_AND_BELOW = measurement("return_rate", percent("1"), target=AT_MOST_2, verdict="URGENT", good=False)
MONITOR_AND_ABOVE = measurement("cancellation_rate", percent("3.1"), target=AT_MOST_2, verdict="MONITOR")
TOO_MANY = measurement("refund_rate", percent("5"), numerator=30, denominator=20)


def test_a_risk_level_that_its_own_standard_contradicts_warns():
    RuleTester(RULE, marketplace=WALMART, worst="warn").run(
        [
            case(DAY, others=[MONITOR_AND_ABOVE], expect="pass", says="Nothing"),
            case(
                DAY,
                others=[GOOD_AND_ABOVE],
                expect="warn",
                segment="cancellation_rate:status-against-target",
                says=("GOOD", "3.1 %", "at most 2 %"),
                severity="low",
            ),
            case(DAY, others=[URGENT_AND_BELOW], expect="warn", says="URGENT"),
            case(DAY, others=[TOO_MANY], expect="warn", segment="refund_rate:impossible-counts"),
            case(DAY, expect="no_data"),
        ]
    )


def test_the_finding_points_into_the_document():
    engine = Engine(Registry(marketplaces={"walmart": WALMART}, rules={RULE.id: RULE}))
    [found] = engine.evaluate(snapshot("walmart", [GOOD_AND_ABOVE], day=DAY, site="US")).findings
    assert found.evidence == (sdk.Evidence("walmart.performance-summary", "/payload"),)
    assert WALMART.scorecard.weights[RULE.id] == 0
