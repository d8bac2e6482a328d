from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.contact_response_time import RULE

DAY = "2026-11-22"


def test_the_suggested_share_warns_and_never_fails(around):
    everywhere = [
        trial for site in AMAZON.sites for trial in around(DAY, "90", "at_least", site=site, bad="warn")
    ]
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *everywhere,
            *around(DAY, "90", "at_least", bad="warn"),
            *around("2020-01-01", "90", "at_least", bad="warn"),
            case("2019-12-31", value=percent("0"), expect="not_applicable"),
            case(DAY, value=percent("0"), expect="warn", severity="low", says="so this cannot fail"),
            case(DAY, numerator=9, denominator=10, expect="pass"),
            case(DAY, numerator=8, denominator=10, expect="warn", says="the suggested warning level"),
            case(DAY, numerator=0, denominator=0, expect="no_data"),
            case(DAY, expect="no_data"),
        ]
    )


def test_the_note_says_what_is_reported_and_what_suggested():
    [limit] = RULE.limits
    assert "24 hours, weekends and holidays included, are reported" in limit.note
    assert "this project's own suggestion" in limit.note
