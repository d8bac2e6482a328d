from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_mercadolibre.marketplace import MERCADOLIBRE
from sellervitals_mercadolibre.rules.report_consistency import RULE

DAY = "2026-11-22"


def test_what_cannot_be_is_said_and_counts_without_a_denominator_contradict_nothing():
    RuleTester(RULE, marketplace=MERCADOLIBRE, worst="warn").run(
        [
            case(DAY, others=[measurement("claims_rate", percent("0"), numerator=2)], expect="pass"),
            case(DAY, others=[measurement("claims_rate", percent("3.12"), numerator=13)], expect="pass"),
            case(
                DAY,
                others=[measurement("lifetime_cancel_share", numerator=40, denominator=1240)],
                expect="pass",
            ),
            case(
                DAY,
                others=[measurement("lifetime_cancel_share", numerator=41, denominator=40)],
                expect="warn",
                says="41 cancelled sales exceed all 40 sales",
            ),
            case(DAY, expect="no_data"),
        ]
    )
