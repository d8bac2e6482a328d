from sellervitals.testing import RuleTester, case
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
            case("2026-11-22", value="WARNED", expect="fail", segment=MESSAGING, says="says WARNED for"),
            case("2026-11-22", value="FAIR", expect="warn", segment=MESSAGING, says=f"FAIR for {MESSAGING}."),
            case("2026-11-22", value="PURPLE", expect="warn", segment=MESSAGING, says="no known word"),
            case("2026-11-22", value="NONE", expect="no_data", segment=MESSAGING, says="no verdict"),
            case("2026-11-22", value=" ", expect="no_data"),
            case("2026-11-22", expect="no_data"),
        ]
    )
