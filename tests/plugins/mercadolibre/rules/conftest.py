"""Cases that every rule on a rate has in common: each line of the thermometer and both sides of it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from sellervitals.plugin import percent
from sellervitals.testing import case

SINCE = {
    "MLB": "2023-03-21",
    "MLA": "2023-04-10",
    "MLM": "2023-04-12",
    "MLC": "2023-04-19",
    "MCO": "2023-04-19",
    "MLU": "2023-04-19",
}
MORE = Decimal("0.0001")


@pytest.fixture
def by_colour():
    """Give cases of sites with the lines (leader, green, yellow, orange) in percent."""

    def cases(rows):
        for sites, lines in rows.items():
            leader, green, yellow, orange = map(Decimal, lines)
            for site in sites.split(" "):
                first = SINCE[site]
                before = f"{date.fromisoformat(first) - timedelta(days=1)}"

                def on(value, day=first, site=site, **expected):
                    return case(day, value=percent(value), site=site, **expected)

                yield on(Decimal(0), expect="pass")
                yield on(leader, expect="pass")
                yield on(leader + MORE, expect="warn", says="warning level")
                yield on(green, expect="warn")
                yield on(green + MORE, expect="fail", severity="medium", says=f"at most {green:f} %")
                yield on(yellow, expect="fail", severity="medium", says="yellow")
                yield on(yellow + MORE, expect="fail", severity="critical", says="orange")
                yield on(orange, expect="fail", severity="critical", says="orange")
                yield on(orange + MORE, expect="fail", severity="critical", says="red")
                yield on(orange + MORE, day=before, expect="not_applicable")
                yield on(green, day="2026-11-22", expect="warn")

    return cases


@pytest.fixture
def across_borders():
    """Give cases of cross-border sellers: green in percent by site, for one way of shipping."""

    def cases(segment, rows):
        for site, line in rows.items():
            green = Decimal(line)
            for value, outcome in ((green - MORE, "pass"), (green, "pass"), (green + MORE, "warn")):
                yield case("2026-11-22", value=percent(value), site=site, segment=segment, expect=outcome)
            yield case("2026-11-22", value=percent(99), site=site, segment=segment, expect="warn")

    return cases


@pytest.fixture
def forecasts():
    """Give cases of what a protection leaves out: green in percent by sites, for one way of shipping."""

    def cases(rows, segment=None):
        for sites, line in rows.items():
            for site in sites.split(" "):
                where = {"site": site, "segment": segment}
                for value, outcome in (
                    ("0", "pass"),
                    (line, "pass"),
                    (Decimal(line) + MORE, "warn"),
                    ("99", "warn"),
                ):
                    yield case(SINCE[site], value=percent(value), expect=outcome, **where)
                before = f"{date.fromisoformat(SINCE[site]) - timedelta(days=1)}"
                yield case(before, value=percent("99"), expect="not_applicable", **where)

    return cases
