"""Every limit, rung, fee and severity of the plugin against the published figures, written down once more."""

import tomllib
from decimal import Decimal
from pathlib import Path

from sellervitals.domain.rate import Rate
from sellervitals_ebay.rules import ALL
from sellervitals_ebay.standards import LADDER

RULES = {rule.id.removeprefix("ebay."): rule for rule in ALL}
PUBLISHED = tomllib.loads((Path(__file__).parent / "figures" / "standards.toml").read_text("utf-8"))


def written(value):
    if value is None or value == "":
        return "-"
    if isinstance(value, Rate):
        return f"{Decimal(value.numerator) * 100 / value.denominator} %"
    return str(value)


def line(*fields):
    return "|".join(written(each) for each in fields)


def lines(text):
    return set(text.strip().splitlines())


def test_every_limit_is_the_published_one():
    held = {
        line(
            name,
            limit.since,
            " ".join(limit.sites),
            limit.must_be,
            limit.fail,
            limit.allowed,
            limit.warn,
            limit.warn_allowed,
            limit.allowed_part,
            limit.trust,
            None if limit.warn is None else limit.warn_trust,
            limit.source,
        )
        for name, rule in RULES.items()
        for limit in rule.limits
    }
    assert held == lines(PUBLISHED["limits"])


def test_every_rung_asks_for_the_published_figures_of_the_us_program():
    held = set()
    for rung in LADDER.rungs:
        for metric, limits in rung.needs.items():
            [limit] = limits
            assert limit.sites == ("PROGRAM_US",)
            held.add(line(rung.name, metric, limit.must_be, limit.fail, limit.allowed, limit.allowed_part))
    assert held == lines(PUBLISHED["ladder"])


def test_every_fee_is_the_published_one():
    held = {
        line(name, fee.name, fee.since, " ".join(fee.sites), fee.value, fee.trust, fee.source)
        for name, rule in RULES.items()
        for fee in rule.figures
    }
    assert held == lines(PUBLISHED["fees"])


def test_every_severity_is_the_proposed_one():
    assert {name: rule.severity for name, rule in RULES.items()} == {
        name: severity for severity, names in PUBLISHED["severities"].items() for name in names
    }


def test_evaluations_are_on_the_20th_of_every_month():
    calendars = [each for rule in ALL for each in rule.calendar]
    assert {(each.day, each.months, each.kind) for each in calendars} == {(20, tuple(range(1, 13)), "review")}
    assert len(calendars) == 12
