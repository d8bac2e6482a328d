from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.customer_service_dissatisfaction_rate import RULE

DAY = "2026-11-22"


def test_below_25_percent_in_every_store(around):
    everywhere = [trial for site in AMAZON.sites for trial in around(DAY, "25", "below", site=site)]
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *everywhere,
            *around(DAY, "25", "below"),
            *around("2020-01-01", "25", "below"),
            case("2019-12-31", value=percent("50"), expect="not_applicable"),
            case(DAY, value=percent("60"), expect="fail", severity="low", says="below 25 %"),
            case(DAY, numerator=1, denominator=4, expect="fail", says="answers of No: 1 of 4 answers"),
            case(DAY, numerator=1, denominator=5, expect="pass"),
            case(DAY, numerator=0, denominator=0, expect="no_data"),
            case(DAY, expect="no_data"),
        ]
    )
