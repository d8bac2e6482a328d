"""Acme's rules, at, under and over every line."""

from sellervitals import plugin as sdk
from sellervitals.testing import RuleTester, case
from sellervitals_acme.marketplace import ACME
from sellervitals_acme.rules import LATE_RATE, STANDING


def test_late_rate():
    RuleTester(LATE_RATE, marketplace=ACME).run(
        [
            case("2024-12-31", value=sdk.percent("9"), expect="not_applicable"),
            case("2026-06-30", value=sdk.percent("5.9"), expect="warn"),
            case("2026-06-30", value=sdk.percent("6"), expect="fail", says="below 6 %"),
            case("2026-07-01", value=sdk.percent("3.9"), expect="pass"),
            case("2026-07-01", value=sdk.percent("4"), expect="warn"),
            case("2026-07-01", numerator=5, denominator=100, expect="fail", says="late parcels: 5 of 100"),
            case("2026-07-01", value=sdk.percent("8"), site="SOUTH", expect="pass"),
            case("2026-07-01", value=sdk.percent("8.1"), site="SOUTH", expect="fail"),
            case("2026-07-01", numerator=0, denominator=0, expect="no_data"),
        ]
    )


def test_standing():
    RuleTester(STANDING, marketplace=ACME).run(
        [
            case("2026-07-01", value="GOLD", expect="pass"),
            case("2026-07-01", value="SUSPENDED", expect="fail", severity="critical"),
            case("2026-07-01", value="SILVER", expect="no_data", says="SILVER"),
            case("2026-07-01", expect="no_data"),
        ]
    )
