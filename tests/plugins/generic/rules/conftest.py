from datetime import date, timedelta
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.testing import RuleTester, case
from sellervitals_generic.marketplace import GENERIC

TODAY = "2026-11-22"
TINY = Decimal("0.0001")


def exactly(text):
    number = text.removesuffix(" %")
    return sdk.percent(number) if text.endswith("%") else Decimal(number)


def around(line):
    """The value just under a line, the line, and the value just over it; none that cannot be."""
    number, mark = Decimal(line.removesuffix(" %")), " %" if line.endswith("%") else ""
    return [exactly(f"{each:f}{mark}") for each in (number - TINY, number, number + TINY) if each >= 0]


def passes(value, must_be, line):
    return {
        "below": value < line,
        "at_most": value <= line,
        "at_least": value >= line,
        "above": value > line,
    }[must_be]


def judged(site, since, must_be, line, broken):
    """At a line, just under and just over it, on its first day, and on the day before."""
    fails = exactly(line)
    for value in around(line):
        expect = "pass" if passes(value, must_be, fails) else broken
        yield case(since, value=value, site=site, expect=expect)
        if site != "wish":  # whose lines have ended
            yield case(TODAY, value=value, site=site, expect=expect)
    before = (date.fromisoformat(since) - timedelta(days=1)).isoformat()
    yield case(before, value=fails, site=site, expect="not_applicable")


def _holds(rule, *lines, target, also=()):
    """Hold the lines of the profiles, and that of a caller, who is right wherever he sells.

    ``lines`` are (site, first day, comparator, line, what breaking it gives), ``target`` is (comparator,
    line), and ``also`` are further cases.
    """
    must_be, line = target
    own = sdk.Target(sdk.Comparator(must_be), exactly(line))
    broken, held = (
        next(each for each in around(line) if passes(each, must_be, exactly(line)) is good)
        for good in (False, True)
    )
    cases = [each for one in lines for each in judged(*one)]
    cases += [
        case(TODAY, value=broken, target=own, expect="fail", says="target"),
        case(TODAY, value=held, target=own, expect="pass"),
        case(TODAY, value=broken, target=own, site="zalando", expect="fail"),
        case(TODAY, value=broken, expect="not_applicable"),
        case(TODAY, value=broken, site="zalando", expect="not_applicable"),
        case(TODAY, expect="not_applicable"),
    ]
    cases += also
    cases += [case(lines[0][1], site=lines[0][0], expect="no_data")] if lines else []
    RuleTester(rule, marketplace=GENERIC, worst="fail").run(cases)


@pytest.fixture
def holds():
    return _holds
