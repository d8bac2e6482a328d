from sellervitals.testing import RuleTester, case
from sellervitals_amazon.documents.vocabulary import BAD, GOOD, NEITHER
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.warning_state import RULE

MESSAGING = "spammingSellerMessaging"


def test_the_word_decides_and_an_unknown_one_never_passes():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case("2026-11-22", value="GOOD", expect="pass", segment=MESSAGING),
            case("2026-11-22", value="normal", expect="pass", segment=MESSAGING),
            case(
                "2026-11-22", value="BAD", expect="fail", segment=MESSAGING, severity="medium", says=MESSAGING
            ),
            case("2026-11-22", value="At Risk", expect="fail", segment=MESSAGING),
            case("2020-11-19", value="BAD", expect="fail"),
            case(
                "2026-11-22", value="WARNED", expect="fail", segment=MESSAGING, says=f"{MESSAGING}): WARNED."
            ),
            case("2026-11-22", value="FAIR", expect="warn", segment=MESSAGING, says="good and at risk"),
            case("2026-11-22", value="PURPLE", expect="warn", segment=MESSAGING, says="no known word"),
            case("2026-11-22", value="NONE", expect="no_data", segment=MESSAGING, says="no verdict"),
            case("2026-11-22", value="at-risk of deactivation", expect="fail", segment=MESSAGING),
            case("2026-11-22", expect="no_data"),
        ]
    )


def test_every_word_that_the_reader_knows_is_judged():
    assert [each.word for each in RULE.words if each.word not in {*GOOD, *BAD, *NEITHER}] == []
    assert len(RULE.words) == len({*GOOD, *BAD, *NEITHER})
