"""Acme's rules, at, under and over every line."""

from sellervitals import plugin as sdk
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_acme.marketplace import ACME
from sellervitals_acme.rules import LATE_RATE, STANDING, STUCK_STOCK


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
            case("2026-07-01", value="SILVER", expect="warn", says="SILVER, which is no known word"),
            case("2026-07-01", expect="no_data"),
        ]
    )


def test_stuck_stock():
    RuleTester(STUCK_STOCK, marketplace=ACME).run(
        [
            case("2025-12-31", value=1, expect="not_applicable"),
            case("2026-09-30", value=100, expect="pass", announces=""),
            case("2026-10-01", value=100, expect="pass", announces="fail", says="From 2027-03-01"),
            case("2026-10-01", value=50, expect="pass", announces=""),
            case(
                "2026-10-01",
                value=101,
                expect="fail",
                parts={"aged": 1, "unlisted": 100},
                causes=("unlisted", "aged"),
            ),
            case(
                "2026-10-01",
                value=101,
                expect="fail",
                history=[measurement("stuck_units", 7)],
                says="It was 7 before.",
            ),
            case("2027-03-01", value=51, expect="fail", announces=""),
            case("2027-03-01", expect="no_data"),
        ]
    )
