from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.return_dissatisfaction_rate import RULE

DAY = "2026-11-22"


def test_below_ten_percent_in_every_store(around):
    everywhere = [trial for site in AMAZON.sites for trial in around(DAY, "10", "below", site=site)]
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *everywhere,
            *around(DAY, "10", "below"),
            *around("2020-01-01", "10", "below"),
            case("2019-12-31", value=percent("50"), expect="not_applicable"),
            case(DAY, value=percent("30"), expect="fail", severity="low", says="below 10 %"),
            case(DAY, expect="no_data"),
        ]
    )


def test_counts_decide():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(
                DAY, numerator=1, denominator=10, expect="fail", says="dissatisfied return requests: 1 of 10"
            ),
            case(DAY, numerator=1, denominator=11, expect="pass"),
            case(DAY, numerator=0, denominator=0, expect="no_data"),
        ]
    )
