from sellervitals.testing import RuleTester, case, measurement
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.inbound_defects import RULE

DAY = "2026-11-22"
RESOLVED = measurement("inbound_defect_units_resolved", 12)


def test_any_kind_warns_and_none_ever_fails():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=0, expect="pass", site="US"),
            case(DAY, value=1, expect="warn", site="US", severity="low", says="cannot fail"),
            case(DAY, value=40, expect="warn", site="DE"),
            case("2025-03-30", value=1, expect="not_applicable", site="US"),
            case("2025-03-31", value=1, expect="warn", site="US"),
            case(DAY, value=1, others=[RESOLVED], expect="warn", says="Units put right: 12."),
            case(DAY, value=0, others=[RESOLVED], expect="pass", says="Units put right: 12."),
            case("2025-03-30", value=1, others=[RESOLVED], expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )
    assert AMAZON.scorecard.weights[RULE.id] == 0
