from sellervitals.plugin import percent
from sellervitals.testing import case
from sellervitals_generic.rules.valid_tracking_rate import RULE

OTHERS = [
    case("2021-11-17", value=percent("95"), site="wish", expect="pass"),
    case("2021-11-17", value=percent("94.9999"), site="wish", expect="fail"),
    case("2021-11-18", value=percent("94.9999"), site="wish", expect="not_applicable"),
    case("2021-11-17", site="wish", expect="no_data"),
    case("2021-11-18", site="wish", expect="not_applicable"),
]


def test_the_lines_of_the_profiles_and_the_callers_own(holds):
    holds(
        RULE,
        ("newegg", "2015-01-01", "at_least", "95 %", "fail"),
        ("wish", "2017-01-01", "at_least", "95 %", "fail"),
        target=("at_least", "99 %"),
        also=OTHERS,
    )
