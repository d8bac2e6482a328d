from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.negative_customer_experience_rate import RULE

DAY = "2026-11-22"
BELOW_5 = sdk.Target(sdk.Comparator.BELOW, percent("5"))


def test_no_number_is_public_so_only_a_delivered_target_judges_it():
    everywhere = [case(DAY, value=percent("50"), site=site, expect="not_applicable") for site in AMAZON.sites]
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *everywhere,
            case(DAY, value=percent("0"), segment="SKU-1", expect="not_applicable", says="no limit is known"),
            case(DAY, value=percent("4.9999"), target=BELOW_5, expect="pass"),
            case(DAY, value=percent("5"), target=BELOW_5, expect="fail", severity="low"),
            case(DAY, numerator=0, denominator=0, expect="no_data"),
            case(DAY, expect="no_data"),
        ]
    )


def test_it_weighs_nothing():
    assert AMAZON.scorecard.weights[RULE.id] == 0
