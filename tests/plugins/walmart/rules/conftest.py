"""What the tests of Walmart's rules share: a line and its neighbours."""

from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import case


def _around(day, line, must_be, *, bad="fail", good="warn", site="US"):
    """Three cases for one line of a rate on one day: at it, just under and just over it."""
    must_be, step = sdk.Comparator(must_be), Decimal("0.0001")
    values = [percent(Decimal(line) + move) for move in (-step, 0, step) if Decimal(line) + move <= 100]
    return [
        case(day, value=value, site=site, expect=good if must_be.holds(value, percent(line)) else bad)
        for value in values
    ]


@pytest.fixture
def around():
    return _around


@pytest.fixture
def silent_elsewhere():
    """Sites without a limit: whatever is reported, and also nothing, is not applicable."""
    return [
        trial
        for site in ("MX", "CL", None)
        for trial in (
            case("2026-11-22", value=percent("50"), site=site, expect="not_applicable"),
            case("2026-11-22", site=site, expect="not_applicable"),
        )
    ]
