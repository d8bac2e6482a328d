from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.on_time_delivery_rate import RULE

DAY = "2026-11-22"
ABOVE_95 = sdk.Target(sdk.Comparator.ABOVE, percent("95"))
AT_LEAST_95 = sdk.Target(sdk.Comparator.AT_LEAST, percent("95"))


def test_only_the_documents_target_judges_it():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=percent("95.01"), target=ABOVE_95, expect="pass", site="US"),
            case(DAY, value=percent("95"), target=ABOVE_95, expect="fail", site="US", severity="low"),
            case(DAY, value=percent("95"), target=AT_LEAST_95, expect="pass", site="DE"),
            case(DAY, value=percent("94.99"), target=AT_LEAST_95, expect="fail", says="the document"),
            case(DAY, value=percent("10"), expect="not_applicable", site="US"),
            case(DAY, value=percent("10"), expect="not_applicable", verdict="BAD", good=False),
            case(DAY, numerator=0, denominator=0, target=ABOVE_95, expect="no_data"),
            case(DAY, expect="no_data"),
        ]
    )


def test_it_weighs_nothing():
    assert AMAZON.scorecard.weights[RULE.id] == 0
