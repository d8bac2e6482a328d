from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules.report_consistency import RULE

DAY = "2026-11-22"
SOUND = measurement("transaction_defect_rate", percent("0.82"), numerator=5, denominator=612, digits=4)
HUNDREDFOLD = measurement("late_shipment_rate", percent("0.0452"), numerator=27, denominator=598, digits=6)
REASONS = measurement(
    "inad_rate", percent("5"), segment="Books", numerator=5, denominator=100, parts={"WRONG_ITEM": 6}
)
MET = measurement(
    "transaction_defect_rate",
    percent("1.5"),
    target=sdk.Target(sdk.Comparator.AT_MOST, percent("2")),
    verdict="BELOW_STANDARD",
    good=False,
)


def test_what_contradicts_itself_warns_in_its_own_segment():
    RuleTester(RULE, marketplace=EBAY, worst="warn").run(
        [
            case(DAY, others=[SOUND], expect="pass"),
            case(DAY, others=[HUNDREDFOLD], segment="late_shipment_rate:unit", expect="warn", says="100"),
            case(DAY, others=[REASONS], segment="inad_rate:Books:parts-above-total", expect="warn"),
            case(DAY, others=[MET], segment="transaction_defect_rate:status-against-target", expect="warn"),
            case(DAY, expect="no_data"),
        ]
    )
    assert EBAY.scorecard.weights[RULE.id] == 0
