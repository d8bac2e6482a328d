from sellervitals.testing import case
from sellervitals_generic.rules.rating import RULE

OTHERS = [
    case("2021-11-17", value="4.0", site="wish", expect="pass"),
    case("2021-11-17", value="3.9999", site="wish", expect="fail"),
    case("2021-11-18", value="3.9999", site="wish", expect="not_applicable"),
    case("2021-11-17", site="wish", expect="no_data"),
    case("2021-11-18", site="wish", expect="not_applicable"),
]


def test_the_lines_of_the_profiles_and_the_callers_own(holds):
    holds(
        RULE,
        ("newegg", "2015-01-01", "at_least", "3", "fail"),
        ("fnac", "2020-01-01", "above", "4", "warn"),
        ("wish", "2017-01-01", "at_least", "4.0", "fail"),
        target=("at_least", "4.5"),
        also=OTHERS,
    )
