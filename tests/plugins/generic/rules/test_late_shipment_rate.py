from sellervitals.plugin import percent
from sellervitals.testing import case
from sellervitals_generic.rules.late_shipment_rate import RULE

OTHERS = [
    case("2021-11-17", value=percent("10"), site="wish", expect="pass"),
    case("2021-11-17", value=percent("10.0001"), site="wish", expect="fail"),
    case("2021-11-18", value=percent("10.0001"), site="wish", expect="not_applicable"),
    case("2021-11-17", site="wish", expect="no_data"),
    case("2021-11-18", site="wish", expect="not_applicable"),
]


def test_the_lines_of_the_profiles_and_the_callers_own(holds):
    holds(
        RULE,
        ("noon", "2020-01-01", "below", "3 %", "fail"),
        ("coupang", "2016-09-06", "at_most", "5 %", "warn"),
        ("flipkart", "2020-01-01", "below", "1 %", "warn"),
        ("wish", "2017-01-01", "at_most", "10 %", "fail"),
        target=("below", "4 %"),
        also=OTHERS,
    )
