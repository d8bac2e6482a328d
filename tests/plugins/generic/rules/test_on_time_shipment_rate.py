from sellervitals.plugin import percent
from sellervitals.testing import case
from sellervitals_generic.rules.on_time_shipment_rate import RULE

OTHERS = [
    case("2026-11-22", value=percent("99"), site="target_plus", expect="pass"),
    case("2026-11-22", value=percent("98.9999"), site="target_plus", expect="warn", says="99 %"),
    case("2026-11-22", value=percent("97"), site="target_plus", expect="warn"),
    case("2026-11-22", value=percent("96.9999"), site="target_plus", expect="warn", says="suggested"),
    case("2020-01-01", value=percent("98.9999"), site="target_plus", expect="warn"),
    case("2019-12-31", value=percent("96"), site="target_plus", expect="not_applicable"),
    case("2026-11-22", value=percent("95"), site="onbuy", expect="pass"),
    case("2026-11-22", value=percent("94.9999"), site="onbuy", expect="warn"),
    case("2026-11-22", value=percent("89.9999"), site="onbuy", expect="warn", says="at least 90 %"),
    case("2020-01-01", value=percent("94.9999"), site="onbuy", expect="warn"),
    case("2019-12-31", value=percent("89"), site="onbuy", expect="not_applicable"),
    case("2026-11-22", site="onbuy", expect="no_data"),
]


def test_the_lines_of_the_profiles_and_the_callers_own(holds):
    holds(
        RULE,
        ("newegg", "2015-01-01", "at_least", "98 %", "fail"),
        ("etsy", "2024-09-01", "at_least", "80 %", "fail"),
        target=("above", "97 %"),
        also=OTHERS,
    )
