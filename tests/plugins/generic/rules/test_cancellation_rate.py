from sellervitals.plugin import percent
from sellervitals.testing import case
from sellervitals_generic.rules.cancellation_rate import RULE

OTHERS = [
    case("2026-11-22", value=percent("1.9999"), site="target_plus", expect="pass"),
    case("2026-11-22", value=percent("2"), site="target_plus", expect="warn"),
    case("2026-11-22", value=percent("20"), site="target_plus", expect="warn", says="cannot fail"),
    case("2020-01-01", value=percent("2"), site="target_plus", expect="warn"),
    case("2019-12-31", value=percent("2"), site="target_plus", expect="not_applicable"),
    case("2026-11-22", site="target_plus", expect="no_data"),
]


def test_the_lines_of_the_profiles_and_the_callers_own(holds):
    holds(
        RULE,
        ("kaufland", "2020-01-01", "below", "1 %", "fail"),
        ("newegg", "2015-01-01", "below", "2.5 %", "fail"),
        ("noon", "2020-01-01", "below", "2.5 %", "fail"),
        ("coupang", "2016-09-06", "at_most", "1 %", "warn"),
        ("flipkart", "2020-01-01", "below", "0.5 %", "warn"),
        target=("at_most", "2 %"),
        also=OTHERS,
    )
